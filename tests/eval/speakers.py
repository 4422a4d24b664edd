"""How eval/speakers.py counts: which links count, when two ends are one, whose name a link gives."""
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.environ.get("SOURCE_DIR", "."), "eval"))
import speakers  # noqa: E402


def document(name, statements, said_by):
    return {"id": name, "text": "abcdefghij", "statements": statements, "speakers": said_by}


def statement(content, speaker_id, speaker="Ada Moreno", sourcing="named"):
    return {"content": [content], "speaker_id": speaker_id, "speaker": speaker, "sourcing": sourcing}


def speaker(speaker_id, kind="person", members=()):
    return {"id": speaker_id, "name": "Ada Moreno", "type": kind, "members": list(members), "names": [], "roles": []}


LINK = {"topic": "1", "speaker": "Ada Moreno (mayor)", "a": {"doc": "A", "span": [0, 4]}, "b": {"doc": "b", "span": [0, 4]}}


class Test(unittest.TestCase):
    def judged(self, a, b, groups):
        people = speakers.People([a, b], groups)
        return list(speakers.judged_pairs([LINK], {"a": a, "b": b}, people))

    def test_the_shortest_that_holds_half_is_found(self):
        a = document("A", [statement([0, 10], "x"), statement([0, 2], "y"), statement([0, 1], "z")], [])
        self.assertEqual(speakers.found_at(LINK["a"], {"a": a})["speaker_id"], "y")
        self.assertIsNone(speakers.found_at({"doc": "A", "span": [6, 10]}, {"a": document("A", [statement([0, 7], "x")], [])}))

    def test_one_and_two(self):
        a = document("A", [statement([0, 4], "x")], [speaker("x")])
        b = document("b", [statement([0, 4], "y")], [speaker("y")])
        one = [{"document": "A", "id": "x", "group": 0}, {"document": "b", "id": "y", "group": 0}]
        two = [{"document": "A", "id": "x", "group": 0}, {"document": "b", "id": "y", "group": 1}]
        self.assertEqual([row[2] for row in self.judged(a, b, one)], [True])
        self.assertEqual([row[2] for row in self.judged(a, b, two)], [False])
        self.assertEqual([row[2] for row in self.judged(a, b, [])], [False])

    def test_who_is_only_described_does_not_count(self):
        a = document("A", [statement([0, 4], "x")], [speaker("x", "unnamed")])
        b = document("b", [statement([0, 4], "y")], [speaker("y")])
        self.assertEqual(self.judged(a, b, []), [])

    def test_several_are_one_where_all_of_them_are(self):
        a = document("A", [statement([0, 4], "r")], [speaker("x"), speaker("z"), speaker("r", "group", ["x", "z"])])
        b = document("b", [statement([0, 4], "y")], [speaker("y")])
        groups = [{"document": "A", "id": "x", "group": 0}, {"document": "A", "id": "z", "group": 1},
                  {"document": "b", "id": "y", "group": 0}]
        self.assertEqual([row[2] for row in self.judged(a, b, groups)], [False])
        groups[1]["group"] = 0
        self.assertEqual([row[2] for row in self.judged(a, b, groups)], [True])

    def test_the_name_that_a_link_gives(self):
        self.assertTrue(speakers.bears(statement([0, 1], "x"), LINK))
        self.assertFalse(speakers.bears(statement([0, 1], "x", "Ben Ito"), LINK))


unittest.main()
