"""eval/confidence.py, on examples that one can reckon by hand."""
import math
import os
import sys

sys.path.insert(0, os.path.join(os.environ["SOURCE_DIR"], "eval"))
import confidence


def near(a, b):
    assert math.isclose(a, b, abs_tol=1e-9), (a, b)


def test_calibration_error():
    # Two bins: 0.95 against one right in two, 0.15 against none in two; each holds half.
    near(confidence.calibration_error([(0.95, True), (0.95, False), (0.15, False), (0.15, False)]), 0.5 * 0.45 + 0.5 * 0.15)
    near(confidence.calibration_error([(1.0, True), (0.0, False)]), 0)
    near(confidence.calibration_error([(1.0, False)]), 1)  # 1.0 belongs to the last bin
    near(confidence.calibration_error([]), 0)


def test_errors_within_a_bin_cancel_and_between_bins_do_not():
    near(confidence.calibration_error([(0.42, True), (0.48, False)]), abs(0.45 - 0.5))
    near(confidence.calibration_error([(0.38, True), (0.48, False)]), 0.5 * 0.62 + 0.5 * 0.48)


def test_roc_area():
    near(confidence.roc_area([(0.9, True), (0.8, True), (0.2, False)]), 1)
    near(confidence.roc_area([(0.1, True), (0.8, False), (0.9, False)]), 0)
    # Of three pairs of a right and a wrong one, two are in order and one is tied.
    near(confidence.roc_area([(0.95, True), (0.95, False), (0.15, False), (0.15, False)]), 2.5 / 3)
    assert math.isnan(confidence.roc_area([(0.5, True)]))


def test_floors():
    found = [{"id": "a", "statements": [{"confidence": {"relation": c}} for c in (0.4, 0.5, 0.9)]}]
    assert [s["confidence"]["relation"] for s in confidence.at_least(found, 0.5)[0]["statements"]] == [0.5, 0.9]
    near(confidence.precision([(0.1, True), (0.2, False)]), 0.5)


for name, test in list(globals().items()):
    if name.startswith("test_"):
        test()
        print(name)
