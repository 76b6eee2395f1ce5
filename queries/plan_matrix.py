"""Effect and feasibility of measures."""

from dataclasses import dataclass

from data.plans.rows import SCORES, Measure

LARGE = 3
"""The middle of the scale from 1 to 5; more than that is a large effect, or easy."""


@dataclass(frozen=True)
class Scored:
    """A measure with all four scores; `feasibility` is the mean of the three besides the effect, in thirds."""

    measure: Measure
    number: int
    effect: int
    thirds: int

    @property
    def feasibility(self) -> float:
        """Return the mean of consequence for staff, consequence for users and political acceptance."""
        return self.thirds / 3

    @property
    def is_first(self) -> bool:
        """Return whether both are above the middle of the scale."""
        return self.effect > LARGE and self.thirds > 3 * LARGE


def scored(measure: Measure, number: int) -> Scored | None:
    """Return the scores of a measure, None unless all four are given."""
    effect, *others = (getattr(measure, field) for field in SCORES)
    if effect is None or None in others:
        return None
    return Scored(measure, number, effect, sum(others))
