"""A figure on a line from zero to the maximum, with the spread of a group. Drawn in HTML, beside the same figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Strip:
    """One line from 0 to `end`; all in points, None where unknown.

    Attributes:
        end: the highest possible.
        own: the figure itself, a dot.
        minimum: lowest of the group; the line from there to `maximum` is its range.
        q1: lower quartile; the band from there to `q3` is the middle half.
        median: a tick.
        q3: upper quartile.
        maximum: highest of the group.
        mean: a diamond.
    """

    end: float
    own: float | None
    minimum: float | None = None
    q1: float | None = None
    median: float | None = None
    q3: float | None = None
    maximum: float | None = None
    mean: float | None = None


def strip_of(row: Mapping[str, Any]) -> Strip | None:
    """Return the strip of a row of a profile of areas or questions; None where neither own nor group is known."""
    if row["own"] is None and row["mean"] is None:
        return None
    statistics = ("minimum", "q1", "median", "q3", "maximum", "mean")
    figures = {name: None if row[name] is None else float(row[name]) for name in statistics}
    own = None if row["own"] is None else float(row["own"])
    return Strip(float(row["maximum_points"]), own, **figures)


def own_only(row: Mapping[str, Any]) -> Strip | None:
    """Return the strip of a row without its group, which is too small to draw."""
    return None if row["own"] is None else Strip(float(row["maximum_points"]), float(row["own"]))


@dataclass(frozen=True)
class Label:
    """A named point of a scale: a municipality, a mean, the lowest; in points."""

    at: float
    text: str


@dataclass(frozen=True)
class Scale:
    """A strip across the page with named points, such as the total among all totals.

    Attributes:
        strip: what is drawn.
        own: label of the figure itself, above the line.
        labels: named points, below the line.
        printed: a printed mean, drawn as a reference line.
        dots: named points that are drawn as dots, where they are few.
        description: sentences with every value.
    """

    strip: Strip
    own: Label
    labels: tuple[Label, ...]
    printed: Label | None
    dots: tuple[Label, ...]
    description: str
