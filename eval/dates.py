#!/usr/bin/env python3
"""Dates: how well hearsay-dates finds them and tells which days they mean.

usage: dates.py [--data SHARED] [--program FILE] [--half even|odd] [--sutime FILE] [--misses]

Recognizers: the cases of recognizers-datetime/DateTimeModel.json whose results are all dates or ranges of
dates. A case is right when the expressions found (but for "now" and the like) stand just where the results
do, and the days of each are those of one of the result's values. Their `end` is the day after, ours the
last day; a missing start or end is open; "not resolved" agrees with anything. For "from May to July" their
end is where July begins, which the day-after rule makes June 30; ours is July 31. So a second figure holds
such expressions to the first day of their second date. --misses prints what is wrong.

TimeBank: TIMEX3 of type DATE in the bodies of those documents whose file name has a SHA-256 that ends in an
odd digit (or an even one: what the grammar was tuned on). span: F1 of exact places. relaxed: F1 of places
that overlap, one to one. value: F1 of exact places with the right value, which is one that is written the
same or means the same days: 1989-Q3 is July to September, 1998-SU is June to August, XX at the end says
nothing. Of "early 1991" the days are those of 1991, as TIMEX3 keeps the modifier apart. Times of day and
lengths of time do not count, found or not.

--sutime: what bench/peers/sutime.py wrote for the documents of build/eval/timebank.jsonl, which this script
writes; by default build/eval/timebank.sutime.jsonl, if it is there. It is scored the same way.
"""
import argparse
import calendar
import datetime
import glob
import hashlib
import html
import json
import os
import re
import subprocess

import places

OPEN = None  # an end that is open
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
VAGUE = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def run(program, documents):
    lines = "".join(json.dumps(d) + "\n" for d in documents)
    out = subprocess.run([program], input=lines, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


# --- Recognizers

def day(text, later=0):
    return datetime.date.fromisoformat(text) + datetime.timedelta(days=later)


def wanted(result):
    """What of it can agree: (first day, last day), open ends None; all of it if nothing was resolved."""
    ends = set()
    for value in result["Resolution"]["values"]:
        if value.get("value") == "not resolved":
            return None
        if "value" in value:
            ends.add((day(value["value"]), day(value["value"])))
        else:
            start, end = value.get("start"), value.get("end")
            ends.add((day(start) if start else OPEN, day(end, -1) if end else OPEN))
    return ends


def days_found(expression, mentions, their_ranges):
    first, last = (day(expression[k]) if expression[k] else OPEN for k in ("first", "last"))
    if their_ranges and expression["bound"] == "from":
        second = mentions[expression["mention"] + expression["count"] - 1]
        begins = second["first" if expression["count"] == 2 else "last"]
        last = day(begins, -1) if begins else OPEN
    return first, last


def is_date(expression, mentions):
    """Not "now" alone, nor a time of day."""
    return any(mentions[expression["mention"] + i]["kind"] not in ("vague", "time") for i in range(expression["count"]))


def case_right(case, found, their_ranges=False):
    seen = [e for e in found["expressions"] if is_date(e, found["mentions"])]
    if [(r["Start"], r["End"] + 1) for r in case["Results"]] != [(e["begin"], e["end"]) for e in seen]:
        return False
    return all(wanted(r) is None or days_found(e, found["mentions"], their_ranges) in wanted(r)
               for r, e in zip(case["Results"], seen))


def recognizers_cases(folder):
    with open(places.shared(folder, "data", "recognizers-datetime", "DateTimeModel.json"), encoding="utf-8-sig") as f:
        cases = json.load(f)
    kinds = {"datetimeV2.date", "datetimeV2.daterange"}
    return [c for c in cases if c["Results"] and {r.get("TypeName") for r in c["Results"]} <= kinds]


def recognizers(folder, program, misses=False):
    cases = recognizers_cases(folder)
    found = run(program, [{"text": c["Input"], "date": c.get("Context", {}).get("ReferenceDateTime", "")[:10]}
                          for c in cases])
    right = [case_right(c, f) for c, f in zip(cases, found)]
    by_theirs = [case_right(c, f) or case_right(c, f, their_ranges=True) for c, f in zip(cases, found)]
    if misses:
        for case, each, good in zip(cases, found, by_theirs):
            if not good:
                show_case(case, each)
    return sum(right), sum(by_theirs), len(cases)


def show_case(case, found):
    print(f"{case['Input']!r} {case.get('Context', {}).get('ReferenceDateTime', '')[:10]}")
    for r in case["Results"]:
        values = [v.get("value") or f"{v.get('start')}..{v.get('end')}" for v in r["Resolution"]["values"]]
        print(f"    wanted {r['Text']!r} {' | '.join(values)}")
    for e in found["expressions"]:
        print(f"    found  {case['Input'][e['begin']:e['end']]!r} {e['bound']} {e['first']}..{e['last']}")


# --- TimeBank

def odd(name):
    return int(hashlib.sha256(name.encode()).hexdigest()[-1], 16) % 2 == 1


def timebank_document(path):
    with open(path, encoding="utf-8") as f:
        source = f.read()
    body = re.search(r"<TEXT>(.*?)</TEXT>", source, re.S)[1]
    text, timexes, opened = "", [], []
    for piece in re.split(r"(<[^>]*>)", body):
        if piece.startswith("<TIMEX3"):
            attributes = dict(re.findall(r'(\w+)="([^"]*)"', piece))
            opened.append({"begin": len(text), "type": attributes["type"], "value": attributes["value"]})
        elif piece == "</TIMEX3>":
            timexes.append(opened.pop() | {"end": len(text)})
        elif not piece.startswith("<"):
            text += html.unescape(piece)
    written = re.search(r'<DCT>.*?value="([^"]*)"', source, re.S)[1][:10]
    return {"id": os.path.basename(path), "text": text, "date": written, "timexes": timexes}


def timebank_documents(folder):
    return [timebank_document(p) for p in sorted(glob.glob(os.path.join(places.shared(folder, "data", "timebank"), "*", "*.tml")))]


def months(year, month, count):
    last = month + count - 1
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return (datetime.date(year, month, 1),
            datetime.date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]))


def days_of(value):
    """(first day, last day) of a TIMEX3 value or of one of ours; None where it means no days."""
    value = re.sub(r"(-XX|-QX|-WXX)+$", "", value.split("T")[0])
    patterns = {
        r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)": lambda a, b: (day(a), day(b)),
        r"(\d{4}-\d\d-\d\d)": lambda a: (day(a), day(a)),
        r"(?:FY)?(\d{4})": lambda y: months(int(y), 1, 12),
        r"(\d{4})-(\d\d)": lambda y, m: months(int(y), int(m), 1),
        r"(\d{4})-Q(\d)": lambda y, q: months(int(y), 3 * int(q) - 2, 3),
        r"(\d{4})-H(\d)": lambda y, h: months(int(y), 6 * int(h) - 5, 6),
        r"(\d{4})-(SP|SU|FA|WI)": lambda y, s: months(int(y), SEASONS[s], 3),
        r"(\d{4})-W(\d\d?)(-WE)?": week,
        r"(\d{3})X?": lambda d: months(int(d) * 10, 1, 120),
        r"(\d{2})(?:XX)?": lambda c: months(int(c) * 100, 1, 1200),
    }
    for pattern, meaning in patterns.items():
        match = re.fullmatch(pattern, value)
        if match:
            try:
                return meaning(*match.groups())
            except ValueError:
                return None
    return None


def week(year, number, weekend):
    monday = datetime.date.fromisocalendar(int(year), int(number), 1)
    return monday + datetime.timedelta(days=5 if weekend else 0), monday + datetime.timedelta(days=6)


def same_value(a, b):
    return a == b or (days_of(a) is not None and days_of(a) == days_of(b))


def dates_of(timexes):
    return [t for t in timexes if t["type"] == "DATE"]


def timex_of(mention):
    """A mention of ours as a TIMEX3."""
    kinds = {"time": "TIME", "span": "DURATION"}
    if mention["kind"] == "event" and mention["value"] is None:
        kinds["event"] = "DURATION"  # "two days after" the vote
    value = VAGUE[mention["vague"]] if mention["kind"] == "vague" else mention["around"] or ""
    return {"begin": mention["begin"], "end": mention["end"], "type": kinds.get(mention["kind"], "DATE"), "value": value}


def overlapping(gold, found):
    """How many can be paired, each with one, in the order in which they stand."""
    pairs = i = k = 0
    while i < len(gold) and k < len(found):
        if gold[i]["begin"] < found[k]["end"] and found[k]["begin"] < gold[i]["end"]:
            pairs, i, k = pairs + 1, i + 1, k + 1
        elif gold[i]["end"] <= found[k]["begin"]:
            i += 1
        else:
            k += 1
    return pairs


def f1(hits, gold, found):
    return 100 * 2 * hits / (gold + found) if gold + found else 0.0


def timebank_scores(gold, found):
    """{figure: F1} of lists of documents' timexes."""
    exact = valued = relaxed = gold_count = found_count = 0
    for g, f in zip(gold, found):
        places_found = {(t["begin"], t["end"]): t["value"] for t in f}
        hits = [(t["value"], places_found[t["begin"], t["end"]]) for t in g if (t["begin"], t["end"]) in places_found]
        exact += len(hits)
        valued += sum(same_value(a, b) for a, b in hits)
        relaxed += overlapping(g, f)
        gold_count, found_count = gold_count + len(g), found_count + len(f)
    return {name: round(f1(hits, gold_count, found_count), 1)
            for name, hits in (("span", exact), ("relaxed", relaxed), ("value", valued))}


def show_timebank_misses(documents, gold, found):
    for d, g, f in zip(documents, gold, found):
        wanted_places = {(t["begin"], t["end"]): t["value"] for t in g}
        found_places = {(t["begin"], t["end"]): t["value"] for t in f}
        for place in sorted(wanted_places.keys() | found_places.keys()):
            a, b = wanted_places.get(place), found_places.get(place)
            if a is None or b is None or not same_value(a, b):
                context = d["text"][max(0, place[0] - 40):place[0]] + "[" + d["text"][slice(*place)] + "]"
                after = d["text"][place[1]:place[1] + 25]
                print(f"{'both' if a and b is not None else 'gold' if a else 'ours'} {d['date']} {a} {b} | "
                      + (context + after).replace("\n", " "))


def timebank(folder, program, half, sutime, misses=False):
    """({figure: F1} of ours, the same of SUTime or None, how many dates there are)"""
    everything = timebank_documents(folder)
    places.write(places.output("timebank.jsonl"), [{k: d[k] for k in ("id", "text", "date")} for d in everything])
    documents = [d for d in everything if odd(d["id"]) == (half == "odd")]
    gold = [dates_of(d["timexes"]) for d in documents]
    found = [dates_of(map(timex_of, f["mentions"])) for f in run(program, documents)]
    if misses:
        show_timebank_misses(documents, gold, found)
    theirs = None
    if os.path.exists(sutime):
        by_id = {d["id"]: d["timexes"] for d in places.read(sutime)}
        theirs = timebank_scores(gold, [dates_of(by_id[d["id"]]) for d in documents])
    return timebank_scores(gold, found), theirs, sum(map(len, gold))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(places.PROJECT, "..", "shared"))
    p.add_argument("--program", default=os.path.join(places.PROJECT, "build", "release", "hearsay-dates"))
    p.add_argument("--half", choices=("even", "odd"), default="odd")
    p.add_argument("--sutime", metavar="FILE", default=places.output("timebank.sutime.jsonl"))
    p.add_argument("--misses", action="store_true")
    a = p.parse_args()
    folder = os.path.abspath(a.data)
    right, by_theirs, count = recognizers(folder, a.program, a.misses)
    print(f"Recognizers: {right} of {count} cases right, {100 * right / count:.1f} %; "
          f"with ranges that end as theirs do {by_theirs}, {100 * by_theirs / count:.1f} % (bar 80)")
    ours, theirs, total = timebank(folder, a.program, a.half, a.sutime, a.misses and a.half == "even")
    print(f"TimeBank, the {a.half} half, {total} dates, F1: " + "; ".join(f"{k} {v}" for k, v in ours.items()))
    if theirs:
        print("    the bar, SUTime (CoreNLP 4.5.10): " + "; ".join(f"{k} {v}" for k, v in theirs.items()))


if __name__ == "__main__":
    main()
