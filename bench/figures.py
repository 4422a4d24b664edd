"""The figures that have a bar, and the table of them."""
from typing import NamedTuple


class Bar(NamedTuple):
    title: str
    value: float
    unit: str
    digits: int
    at_most: bool = False


# What is asked for, by the name of the figure.
BARS = {
    "peak_share": Bar("share of oneDNN's int8 peak", 50, "%", 1),
    "speed": Bar("words/s, one thread", 12000, "", 0),
    "against_textacy": Bar("words/s over textacy's", 2.5, "times", 2),
    "two_threads": Bar("two threads over one", 1.8, "times", 2),
    "memory": Bar("peak memory, two threads", 150, "MB", 0, at_most=True),
    "first_jsonl": Bar("first byte of JSON lines", 0.15, "s", 3, at_most=True),
    "first_list": Bar("first byte of the list", 0.15, "s", 3, at_most=True),
}


def rate(amount, seconds):
    """How much a second; nothing is done in no time."""
    return amount / seconds if seconds > 0 else float("nan")


def peak_share(operations, seconds, peak_gops):
    """Percent of the peak that is reached by so many operations in so many seconds."""
    return 100 * rate(operations, seconds) / (peak_gops * 1e9)


def is_met(bar, value):
    return value <= bar.value if bar.at_most else value >= bar.value


def cell(bar, value):
    return "-" if value is None else f"{value:,.{bar.digits}f}"


def table(measured, by_processor):
    """Lines; `measured`, by the clock, and `by_processor`, by the processor's time, are {name: value}, and
    what could not be measured is in neither. The clock decides."""
    yield f"{'':34}{'measured':>10}{'processor':>11}{'bar':>11}"
    for name, bar in BARS.items():
        value = measured.get(name)
        verdict = "not measured" if value is None else "met" if is_met(bar, value) else "NOT MET"
        limit = cell(bar._replace(digits=2 if bar.value < 10 else 0), bar.value)
        title = f"{bar.title}, {bar.unit}" if bar.unit else bar.title
        limit = ('<= ' if bar.at_most else '>= ') + limit
        yield f"{title:34}{cell(bar, value):>10}{cell(bar, by_processor.get(name)):>11}{limit:>11}  {verdict}"
