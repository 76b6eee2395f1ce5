"""A figure: two things measured in turn, their ratio, and what we ask of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


class CannotMeasure(Exception):
    """A measurement could not be taken; the message says which and why. It never counts as met."""


@dataclass(frozen=True)
class Target:
    """What a ratio must be: at most so much, or at least."""

    limit: float
    at_least: bool = False

    def met(self, ratio: float) -> bool:
        """Tell if a ratio is within the target; one just at it is."""
        return ratio >= self.limit if self.at_least else ratio <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g} ×"


@dataclass(frozen=True)
class Figure:
    """One line of the table.

    Attributes:
        name: the word that picks its measurement on the command line.
        what: what of ours is measured.
        against: what it is held against in the same run.
        target: what we ask of the ratio; None where it is only shown.
        unit: of the single measurements, ms or MB.
        faster: the ratio says how many times faster ours is, not how many times slower.
    """

    name: str
    what: str
    against: str
    target: Target | None = None
    unit: str = "ms"
    faster: bool = False


@dataclass(frozen=True)
class Taken:
    """A figure with its rounds: ours and the other, the same number of each."""

    figure: Figure
    ours: Sequence[float]
    other: Sequence[float]

    def __post_init__(self) -> None:
        """Refuse what is no measurement."""
        if not self.ours or len(self.ours) != len(self.other):
            raise CannotMeasure(f"{self.figure.what}: {len(self.ours)} rounds of ours, {len(self.other)} of the other.")
        if min(*self.ours, *self.other) <= 0:
            raise CannotMeasure(f"{self.figure.what}: something took no time at all.")

    @property
    def ratio(self) -> float:
        """Return the ratio of the medians."""
        ours, other = median(self.ours), median(self.other)
        return other / ours if self.figure.faster else ours / other

    @property
    def met(self) -> bool | None:
        """Tell if the target is met; None where there is none."""
        return None if self.figure.target is None else self.figure.target.met(self.ratio)
