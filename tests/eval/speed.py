"""bench/: the arithmetic of the figures, on examples that one can reckon by hand; how processes are measured;
and that what counts the operations counts them."""
import json
import math
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["SOURCE_DIR"], "bench"))
import figures
import processes
import run
import sizes
from processes import Usage


def near(a, b):
    assert math.isclose(a, b, rel_tol=1e-9), (a, b)


def test_share_of_the_peak():
    near(figures.peak_share(operations=50e9, seconds=0.5, peak_gops=400), 25)
    assert math.isnan(figures.peak_share(operations=50e9, seconds=0, peak_gops=400))


def test_bars_from_below_and_from_above():
    speed, memory = figures.BARS["speed"], figures.BARS["memory"]
    assert figures.is_met(speed, speed.value) and not figures.is_met(speed, speed.value - 1)
    assert figures.is_met(memory, memory.value) and not figures.is_met(memory, memory.value + 1)
    assert not figures.is_met(speed, float("nan"))


def test_table_says_what_was_not_measured():
    rows = {line.split(",")[0].strip(): line for line in figures.table({"speed": 12345.6, "memory": 151}, {"speed": 13000})}
    assert rows["words/s"].split()[-5:] == ["12,346", "13,000", ">=", "12,000", "met"], rows["words/s"]
    assert rows["peak memory"].endswith("NOT MET")
    assert rows["words/s over textacy's"].endswith("not measured")


USED = {
    "one thread: start": Usage(1, 0.5, 10), "one thread": Usage(11, 8.5, 50),
    "two threads: start": Usage(2, 1, 10), "two threads": Usage(7, 9, 80),
    "textacy: start": Usage(5, 4, 200), "textacy": Usage(35, 28, 250),
}


def test_start_is_taken_off():
    by_clock = run.speeds(USED, words=1000, operations=100e9, peak_gops=40, clock="wall")
    for name, value in {"peak_share": 25, "speed": 100, "against_textacy": 3, "two_threads": 2, "memory": 80}.items():
        near(by_clock[name], value)
    by_processor = run.speeds(USED, words=1000, operations=100e9, peak_gops=40, clock="processor")
    near(by_processor["speed"], 125)
    near(by_processor["against_textacy"], 3)
    assert "two_threads" not in by_processor  # both threads' time is counted, so it tells nothing


def test_without_textacy_the_rest_is_told():
    used = {name: usage for name, usage in USED.items() if not name.startswith("textacy")}
    assert "against_textacy" not in run.speeds(used, 1000, 100e9, 40, "wall")


def test_median_is_taken_of_each_column():
    assert processes.median([Usage(1, 9, 5), Usage(2, 7, 6), Usage(9, 8, 4)]) == Usage(2, 8, 5)


def test_processes():
    # It sleeps, so that the clock goes on and the processor does not; and it takes memory.
    used = processes.run([sys.executable, "-c", "import time; x = b'1' * 60_000_000; time.sleep(0.3)"])
    assert used.wall >= 0.3 and used.processor < used.wall and 60 < used.memory < 600, used
    late = processes.first_output([sys.executable, "-c", "import time; time.sleep(0.1); print('a', flush=True); time.sleep(1.5)"])
    assert 0.1 <= late < 1.5, late
    for bad in ([sys.executable, "-c", "pass"], [sys.executable, "-c", "print(1); exit(3)"]):
        try:
            processes.first_output(bad)
        except subprocess.CalledProcessError:
            continue
        raise AssertionError(f"{bad} was taken for good")


def test_the_machine_is_described():
    info = "processor\t: {}\nmodel name\t: Any 7\nflags\t\t: fpu avx2 avx512bw avx512_vnni\n"
    assert processes.describe(info.format(0) + "\n" + info.format(1)) == "Any 7, 2 cores; AVX2, AVX-512, AVX-512 VNNI"
    assert processes.describe("processor\t: 0\nmodel name\t: Old 1\nflags\t\t: fpu\n") == "Old 1, 1 core; no AVX2"


def test_texts_are_repeated_to_their_size():
    made = sizes.enough(["a" * 8, "é" * 4], 35)  # ten bytes each, with what parts them
    assert made == ["a" * 8, "é" * 4] * 2


def operations(*texts):
    """What hearsay-operations counts for documents with these texts."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "some.jsonl")
        with open(path, "w", encoding="utf-8") as f:
            f.writelines(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
        command = [os.path.join(os.environ["BUILD_DIR"], "hearsay-operations"), os.environ["HEARSAY_MODEL"], path]
        return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def test_operations_are_counted():
    if not os.path.exists(os.environ["HEARSAY_MODEL"]):
        print("(no model to count with)")
        return
    said = "“We will win,” John Smith said on Monday."
    silent = "It was cold in the town on the first day of the week."
    once, plain = operations(said), operations(silent)
    assert once["operations"] > 1e8, once
    assert operations(said, silent, said)["operations"] == 2 * once["operations"] + plain["operations"]
    assert operations()["operations"] == 0
    assert 0 < once["product_seconds"] <= once["seconds"]
    assert once["pieces"] > 0 and 0 < once["pieces_again"] <= 0.6 * once["pieces"] and plain["pieces_again"] == 0, once
    assert once["encoder_seconds"] + once["again_seconds"] + once["resolve_seconds"] <= once["seconds"]


def test_passes_of_the_encoder():
    work = {"seconds": 4, "encoder_seconds": 2, "again_seconds": 1, "resolve_seconds": 0.5, "pieces": 100, "pieces_again": 30}
    told = run.passes(work)
    for figure in ("again 0.30 by their pieces", "0.50 by time", "resolving 0.25", "all else 0.25"):
        assert figure in told, told


for name, test in list(globals().items()):
    if name.startswith("test_"):
        test()
        print(name)
