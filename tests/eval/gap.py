"""eval/gap.py: F1 over names, and the ratio of feminine to masculine with its interval."""
import os
import sys

sys.path.insert(0, os.path.join(os.environ["SOURCE_DIR"], "eval"))
import gap

GOLD = {"1": (True, True, False), "2": (True, False, True), "3": (False, True, False), "4": (False, False, False)}


def test_names_are_counted():
    judged = gap.judge(GOLD, {"1": (True, False), "2": (True, False), "3": (True, False), "4": (False, True)})
    assert judged == [(True, 1, 1, 1), (True, 0, 1, 1), (False, 1, 1, 1), (False, 0, 1, 0)]
    assert round(gap.f1(judged), 3) == round(100 * 2 * 2 / 7, 3)


def test_a_pronoun_without_a_prediction_is_missed():
    judged = gap.judge(GOLD, {})
    assert gap.f1(judged) == 0 and sum(row[3] for row in judged) == 3


def test_the_ratio_is_of_the_two_scores():
    judged = gap.judge(GOLD, {"1": (True, False), "2": (True, False), "3": (True, False)})
    assert round(gap.ratio(judged), 3) == 0.5


def test_the_interval_holds_the_ratio_and_is_the_same_each_time():
    judged = [(i % 2 == 0, i % 3 > 0, 1, 1) for i in range(600)]
    low, high = gap.interval(judged, rounds=200)
    assert low < gap.ratio(judged) < high
    assert (low, high) == gap.interval(judged, rounds=200)


for test in [f for name, f in sorted(globals().items()) if name.startswith("test_")]:
    test()
