"""eval/dates.py, on examples that one can reckon by hand."""
import datetime
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["SOURCE_DIR"], "eval"))
import dates


def case(text, *results):
    """A case of Recognizers; results are (what is to be found, its values)."""
    return {"Input": text, "Results": [
        {"Start": text.index(part), "End": text.index(part) + len(part) - 1, "Resolution": {"values": values}}
        for part, values in results]}


def found(text, *expressions):
    """What hearsay-dates writes; expressions are (part, bound, first and last of each mention)."""
    out = {"mentions": [], "expressions": []}
    for part, bound, *ends in expressions:
        begin = text.index(part)
        out["expressions"].append({
            "begin": begin, "end": begin + len(part), "bound": bound, "first": ends[0][0], "last": ends[-1][1],
            "mention": len(out["mentions"]), "count": len(ends)})
        out["mentions"] += [{"kind": "date", "first": first, "last": last} for first, last in ends]
    return out


def test_a_date_must_agree_in_place_and_value():
    text = "It rained on Friday."
    values = [{"value": "2016-11-04"}, {"value": "2016-11-11"}]
    day = ("2016-11-11", "2016-11-11")
    assert dates.case_right(case(text, ("Friday", values)), found(text, ("Friday", "on", day)))
    assert not dates.case_right(case(text, ("Friday", values)), found(text, ("on Friday", "on", day)))
    assert not dates.case_right(case(text, ("Friday", values)), found(text))
    assert not dates.case_right(case(text, ("Friday", values)), found(text, ("Friday", "on", ("2016-11-18",) * 2)))
    assert dates.case_right(case(text, ("Friday", [{"value": "not resolved"}])), found(text, ("Friday", "on", (None, None))))


def test_nothing_else_may_be_found():
    text = "Friday or May"
    may = ("2016-05-01", "2016-05-31")
    friday = ("2016-11-11", "2016-11-11")
    wanted = case(text, ("Friday", [{"value": "2016-11-11"}]))
    assert not dates.case_right(wanted, found(text, ("Friday", "on", friday), ("May", "on", may)))
    vague = found(text, ("Friday", "on", friday), ("May", "on", may))
    vague["mentions"][1]["kind"] = "vague"
    assert dates.case_right(wanted, vague)


def test_their_end_is_the_day_after():
    text = "in May"
    wanted = case(text, ("May", [{"start": "2016-05-01", "end": "2016-06-01"}]))
    assert dates.case_right(wanted, found(text, ("May", "on", ("2016-05-01", "2016-05-31"))))
    assert not dates.case_right(wanted, found(text, ("May", "on", ("2016-05-01", "2016-06-01"))))
    since = case(text, ("May", [{"start": "2016-05-01"}]))
    assert dates.case_right(since, found(text, ("May", "since", ("2016-05-01", None))))
    assert not dates.case_right(since, found(text, ("May", "since", (None, "2016-05-01"))))


def test_ranges_that_end_as_theirs_do():
    text = "May to July"
    wanted = case(text, (text, [{"start": "2016-05-01", "end": "2016-07-01"}]))
    ours = found(text, (text, "from", ("2016-05-01", "2016-05-31"), ("2016-07-01", "2016-07-31")))
    assert not dates.case_right(wanted, ours)
    assert dates.case_right(wanted, ours, their_ranges=True)
    text = "May 3-9"
    wanted = case(text, (text, [{"start": "2016-05-03", "end": "2016-05-09"}]))
    ours = found(text, (text, "from", ("2016-05-03", "2016-05-09")))
    assert not dates.case_right(wanted, ours)
    assert dates.case_right(wanted, ours, their_ranges=True)


def test_values():
    day = datetime.date
    assert dates.days_of("1989-Q3") == (day(1989, 7, 1), day(1989, 9, 30)) == dates.days_of("1989-07-01/1989-09-30")
    assert dates.days_of("1998-WI") == (day(1998, 12, 1), day(1999, 2, 28))
    assert dates.days_of("1998-W32") == (day(1998, 8, 3), day(1998, 8, 9))
    assert dates.days_of("1998-W32-WE") == (day(1998, 8, 8), day(1998, 8, 9))
    assert dates.days_of("199") == dates.days_of("199X") == (day(1990, 1, 1), day(1999, 12, 31))
    assert dates.days_of("1949-XX") == dates.days_of("1949") == (day(1949, 1, 1), day(1949, 12, 31))
    assert dates.days_of("2000-03-26TNI") == (day(2000, 3, 26), day(2000, 3, 26))
    assert dates.days_of("P1Y") is None and dates.days_of("PAST_REF") is None and dates.days_of("1998-02-30") is None
    assert dates.same_value("PAST_REF", "PAST_REF") and not dates.same_value("P1Y", "P2Y")
    assert not dates.same_value("PAST_REF", "P1Y")  # neither has days, but they are not the same


def timex(begin, end, value="2016"):
    return {"begin": begin, "end": end, "type": "DATE", "value": value}


def test_scores():
    gold = [[timex(0, 4), timex(10, 14), timex(20, 24)]]
    ours = [[timex(0, 4), timex(10, 14, "2015"), timex(22, 24), timex(30, 34)]]
    scores = dates.timebank_scores(gold, ours)
    assert scores == {"span": round(200 * 2 / 7, 1), "relaxed": round(200 * 3 / 7, 1), "value": round(200 * 1 / 7, 1)}
    assert dates.timebank_scores([[]], [[]]) == {"span": 0.0, "relaxed": 0.0, "value": 0.0}


def test_overlaps_are_one_to_one():
    assert dates.overlapping([timex(0, 10)], [timex(0, 4), timex(5, 9)]) == 1
    assert dates.overlapping([timex(0, 4), timex(5, 9)], [timex(0, 10)]) == 1
    assert dates.overlapping([timex(0, 4), timex(4, 9)], [timex(4, 9)]) == 1
    assert dates.overlapping([timex(0, 4)], [timex(4, 9)]) == 0


def test_a_document_of_timebank():
    with tempfile.NamedTemporaryFile("w", suffix=".tml", encoding="utf-8") as f:
        f.write('<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="1998-03-04">19980304</TIMEX3></DCT>\n<TEXT>A &amp; B '
                '<EVENT eid="e1">left</EVENT> <TIMEX3 tid="t1" type="DATE" value="1998-03-03">on Tuesday</TIMEX3>.</TEXT></TimeML>')
        f.flush()
        document = dates.timebank_document(f.name)
    assert document["text"] == "A & B left on Tuesday." and document["date"] == "1998-03-04"
    assert [(document["text"][t["begin"]:t["end"]], t["value"]) for t in document["timexes"]] == [("on Tuesday", "1998-03-03")]


def test_halves():
    # As sha256sum tells: of a.tml it ends in 9, of f.tml in 6, of e.tml in d.
    assert dates.odd("a.tml") and dates.odd("e.tml") and not dates.odd("f.tml")


for name, test in list(globals().items()):
    if name.startswith("test_"):
        test()
        print(name)
