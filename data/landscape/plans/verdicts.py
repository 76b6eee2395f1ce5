"""What the points of the later evaluation say of a draft: change, change of the untouched, and the verdict."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from data.landscape.plans.drafts import MeasureDraft

Points = Mapping[str, Decimal]
"""Points by code, `3.4` of a question and `3` of an area."""
ACTED = ("started", "done", "stopped")
THRESHOLD = Decimal(10)


def is_area(code: str) -> bool:
    """Return whether a code is of a whole area."""
    return "." not in code


def change(codes: Sequence[str], before: Points, after: Points, maxima: Mapping[str, int]) -> Decimal | None:
    """Return Σchange / Σmaximum in per cent over the codes that have both figures, None where none has."""
    both = [code for code in codes if code in before and code in after]
    if not both:
        return None
    return 100 * sum((after[code] - before[code] for code in both), Decimal(0)) / sum(maxima[code] for code in both)


def verdict(measure: MeasureDraft, all_measures: Sequence[MeasureDraft], before: Points, after: Points,
            maxima: Mapping[str, int]) -> str:  # fmt: skip
    """Return the code of the verdict on a measure, given all measures of its municipality."""
    by_areas = all(map(is_area, measure.codes))
    own = change([code for code in measure.codes if is_area(code) == by_areas], before, after, maxima)
    touched = {code for other in all_measures if other.status in ACTED for code in other.codes}
    rest = change(list(_untouched(by_areas, touched, maxima)), before, after, maxima)
    if measure.status not in ACTED or own is None or rest is None:
        return "cannot_say"
    if own - rest >= THRESHOLD:
        return "better_than_rest"
    return "weaker_than_rest" if rest - own >= THRESHOLD else "as_rest"


def _untouched(by_areas: bool, touched: set[str], maxima: Mapping[str, int]) -> Iterator[str]:
    for code in maxima:
        if is_area(code) == by_areas and code not in touched and code.partition(".")[0] not in touched:
            yield code
