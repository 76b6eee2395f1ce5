"""The table of figures as people read it, and its one line that says it all."""

from collections.abc import Sequence
from statistics import median

from tests.benchmarks.figure import Taken

HEADINGS = ("figure", "measured against", "ratio", "target", "", "ours", "the other")
MET = {True: "met", False: "MISSED", None: "shown"}
NUMBERS = {2, 3, 5, 6}


def rows(taken: Sequence[Taken]) -> list[tuple[str, ...]]:
    """Return one row a figure, in the order of HEADINGS."""
    return [_row(one) for one in taken]


def line(one: Taken) -> str:
    """Return a figure in one line, for whoever looks on."""
    return " ".join(_row(one))


def _row(one: Taken) -> tuple[str, ...]:
    times = "× faster" if one.figure.faster else "×"
    return (
        one.figure.what,
        one.figure.against,
        f"{one.ratio:.2f} {times}",
        "" if one.figure.target is None else str(one.figure.target),
        MET[one.met],
        _amount(one, one.ours),
        _amount(one, one.other),
    )


def _amount(one: Taken, values: Sequence[float]) -> str:
    amount = median(values)
    return f"{amount:.{1 if amount < 100 else 0}f} {one.figure.unit}"


def as_text(headings: Sequence[str], lines: Sequence[Sequence[str]], numbers: set[int]) -> str:
    """Return a table in columns of equal width, numbers to the right."""
    everything = [headings, *lines]
    widths = [max(len(line[column]) for line in everything) for column in range(len(headings))]
    aligned = (
        (cell.rjust(width) if column in numbers else cell.ljust(width))
        for line in everything
        for column, (cell, width) in enumerate(zip(line, widths, strict=True))
    )
    return "\n".join("  ".join(next(aligned) for _ in headings).rstrip() for _ in everything)


def as_markdown(headings: Sequence[str], lines: Sequence[Sequence[str]], numbers: set[int]) -> str:
    """Return the table as a page of the repository shows it."""
    under = ["---:" if column in numbers else "---" for column in range(len(headings))]
    return "\n".join(f"| {' | '.join(line)} |" for line in [headings, under, *lines])


def summary(taken: Sequence[Taken]) -> str:
    """Return the last line: how many targets are met, and which are missed."""
    judged = [one for one in taken if one.met is not None]
    missed = [one.figure.what for one in judged if not one.met]
    met = f"{len(judged) - len(missed)} of {len(judged)} targets met"
    return f"{met}; missed: {'; '.join(missed)}" if missed else met
