"""How page time grows with the store: a table, and the slope of its logarithms."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from tests.benchmarks.figure import CannotMeasure

HEADINGS = ("points in the store", "warm", "never opened")
NUMBERS = {0, 1, 2}


@dataclass(frozen=True)
class Growth:
    """Page time in milliseconds in stores of growing size, the smallest first."""

    points: Sequence[int]
    warm: Sequence[float]
    never_opened: Sequence[float]

    def rows(self) -> list[tuple[str, ...]]:
        """Return one row a store."""
        lines = zip(self.points, self.warm, self.never_opened, strict=True)
        return [(f"{points:,}".replace(",", " "), f"{warm:.1f} ms", f"{first:.1f} ms") for points, warm, first in lines]

    def sentence(self) -> str:
        """Return the two slopes in words."""
        return (
            f"Page time grows as points to the power of {_rounded(slope(self.points, self.warm))} when warm and "
            f"{_rounded(slope(self.points, self.never_opened))} when never opened (0 is not at all, 1 in step)."
        )


def slope(sizes: Sequence[float], times: Sequence[float]) -> float:
    """Return the exponent that fits best: the slope of the line through the logarithms, by least squares."""
    if len(set(sizes)) < 2:
        raise CannotMeasure("A slope needs stores of at least two sizes.")
    x, y = [log(size) for size in sizes], [log(time) for time in times]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    above = sum((one - mean_x) * (other - mean_y) for one, other in zip(x, y, strict=True))
    return above / sum((one - mean_x) ** 2 for one in x)


def _rounded(exponent: float) -> str:
    return f"{round(exponent, 2) + 0.0:.2f}"  # which makes -0.00 plain 0.00
