"""Documents that are made up, with their statements, so that adding them to a store needs no model."""

import json

import program


def maker():
    """What this program says of itself where it tells what found something."""
    return json.loads(program.run(b"echo Rain. | hearsay quotes -q --format=jsonl")[0])["made_by"]


def word(dice):
    return "".join(dice.choice("bcdfghjklmnprstvz") + dice.choice("aeiou") for _ in range(5))


def document(dice, number, made_by):
    """One whose every word, name and address is its own; statements come with it, so no model is needed to find them."""
    words = [word(dice) for _ in range(60 + 40 * (number % 9))]
    text, name = " ".join(words), word(dice).title()
    return {"id": f"{word(dice)}-{number}", "made_by": made_by, "title": word(dice), "author": word(dice), "publisher": word(dice),
            "url": f"http://{word(dice)}.example/", "date": "2031-04-02", "text": text,
            "statements": [{"id": f"{number}-{i}", "cue": [[i, i + 3]], "content": [[i + 4, i + 40]], "type": "indirect",
                            "speaker": name, "speaker_id": word(dice), "via": [word(dice)], "sourcing": "named",
                            "confidence": {"relation": 0.9}} for i in range(0, len(text) - 60, 60)],
            "own_voice": [], "flags": []}
