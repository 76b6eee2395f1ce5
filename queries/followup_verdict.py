"""The verdict on a measure: how what it is linked to moved, against what nothing is linked to. Exact fractions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from data.numbers import rounded

VERDICTS = ("better_than_rest", "as_rest", "weaker_than_rest", "cannot_say")
NOT_BEGUN = ("idea", "investigated", "decided")
REASONS = (
    "not_begun", "status_unknown", "nothing_linked", "no_evaluation_named", "evaluation_not_here",
    "no_later_evaluation", "no_figures", "nothing_untouched",
)  # fmt: skip
"""Why nothing can be said; the first that applies, in this order."""
Tenths = Mapping[str, int]
"""Points in tenths by code."""


@dataclass(frozen=True)
class Moved:
    """How some questions or areas moved from one evaluation to another, in tenths of points.

    Attributes:
        codes: those with figures in both and a known maximum.
        before: their points together, before.
        after: their points together, after.
        maximum: their maximum together.
    """

    codes: tuple[str, ...]
    before: int
    after: int
    maximum: int

    @property
    def share(self) -> Fraction | None:
        """Return the change in per cent of the maximum, None where there are no figures."""
        return Fraction(100 * (self.after - self.before), self.maximum) if self.maximum else None


def moved(codes: Iterable[str], earlier: Tenths, later: Tenths, maxima: Mapping[str, int]) -> Moved:
    """Return how these moved; `maxima` are in points."""
    both = tuple(code for code in codes if code in earlier and code in later and maxima.get(code))
    return Moved(
        both,
        sum(earlier[code] for code in both),
        sum(later[code] for code in both),
        10 * sum(maxima[code] for code in both),
    )


def progress(before: int | None, after: int | None, target: int | None) -> Fraction | None:
    """Return how much of the way to the target is gone, 1 being all.

    None where a figure is missing, or where the target is not above the start.
    """
    if before is None or after is None or target is None or target <= before:
        return None
    return Fraction(after - before, target - before)


def reason(status: str | None, tied_to: str, row: Mapping[str, Any]) -> str | None:
    """Return why nothing can be said of a measure, None where something can.

    `row` says whether an evaluation is `named`, whether `before` and `after` are there, and the figures `own` and
    `rest` as Moved or None.
    """
    applies = {
        "not_begun": status in NOT_BEGUN,
        "status_unknown": status is None,
        "nothing_linked": not tied_to,
        "no_evaluation_named": not row["named"],
        "evaluation_not_here": row["before"] is None,
        "no_later_evaluation": row["after"] is None,
        "no_figures": not (row["own"] and row["own"].maximum),
        "nothing_untouched": not (row["rest"] and row["rest"].maximum),
    }
    return next((code for code in REASONS if applies[code]), None)


def verdict(own: Fraction, rest: Fraction, threshold: int) -> str:
    """Return the verdict on two changes in per cent; a difference of exactly the threshold reaches it."""
    if own - rest >= threshold:
        return "better_than_rest"
    return "weaker_than_rest" if rest - own >= threshold else "as_rest"


MOST_DECIMALS: Final = 9


def decimals_apart(difference: float, threshold: int) -> int:
    """Return how many decimals a difference is shown with, one or more: one below the threshold never looks like it."""
    needed = 1
    while needed < MOST_DECIMALS and abs(difference) < threshold <= rounded(abs(difference), needed):
        needed += 1
    return needed
