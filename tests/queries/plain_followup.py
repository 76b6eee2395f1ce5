"""What came of measures, recomputed in plain Python with exact fractions, without the product's code."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from data.plans.rows import Measure, Programme
from tests.landscapes import maxima
from tests.queries.plain_python import FAMILIES, FEWEST, Plain

BEGUN = {"started", "done", "stopped"}
THRESHOLD = 10


def expected(
    measure: Measure, programme: Programme, programmes: Iterable[Programme], measures: Iterable[Measure],
    evaluations: Iterable[Plain],
) -> dict[str, Any]:  # fmt: skip
    """Return what the query must say of one measure; None is a figure that cannot be computed."""
    everyone = list(evaluations)
    own = sorted((one for one in everyone if one.number == programme.municipality), key=lambda one: one.year)
    ours = {one.programme for one in programmes if one.municipality == programme.municipality}
    touched_questions, touched_areas = set(), set()
    for other in measures:
        if other.programme in ours and other.status in BEGUN:
            touched_questions |= {target.code for target in other.questions if target.code}
            touched_areas |= {target.area for target in other.questions if target.area}
    only_areas = bool(measure.questions) and not any(target.code for target in measure.questions)
    if only_areas:
        units = {str(area): Fraction(100) for area in range(1, 9)}
        linked = [str(target.area) for target in measure.questions]
        away = {str(area) for area in touched_areas} | {code[0] for code in touched_questions}
    else:
        units = {code: Fraction(maximum) for code, maximum in maxima().items()}
        within = {target.area for target in measure.questions if target.area}
        named = {target.code for target in measure.questions}
        linked = [code for code in units if code in named or int(code[0]) in within]
        if programme.evaluation_version != "2.1":  # its questions are not published, so an area stays one
            linked = [code for code in units if code in named] + [str(area) for area in within]
            units = {}
        away = touched_questions | {code for code in units if int(code[0]) in touched_areas}
    befores = [
        one for one in own if (one.year, one.version) == (programme.evaluation_year, programme.evaluation_version)
    ]
    before = befores[0] if befores else None
    laters = [one for one in own if before and one.year > before.year and one.version == before.version]
    if only_areas and not laters:
        laters = [one for one in own if before and one.year > before.year and one.family == before.family]
    after = laters[0] if laters else None
    found: dict[str, Any] = {
        "before_year": before and before.year, "after_year": after and after.year,
        "after_version": after and after.version, "linked": len(linked),
    }  # fmt: skip
    if not before or not after:
        return found | {"verdict": "cannot_say", "change": None, "untouched_change": None, "others_n": None}
    codes = [code for code in linked if code in before.points and code in after.points]
    rest = [code for code in units if code not in away and code in before.points and code in after.points]
    d, r = (_share(units, some, before, after) for some in (codes, rest))
    found |= {"change": d, "untouched_change": r, "counted": len(codes), "untouched": len(rest)}
    pairs = [
        _share(units, codes, one, other)
        for one in everyone
        for other in everyone
        if one.number == other.number != programme.municipality
        and _alike(one, before)
        and _alike(other, after)
        and all(code in one.points and code in other.points for code in codes)
    ]
    found["others_n"] = len(pairs) if codes else None
    found["others_change"] = sum(pairs, Fraction(0)) / len(pairs) if codes and len(pairs) >= FEWEST else None
    for name, one in (("before", before), ("after", after)):
        found[name] = sum(one.points[code] for code in codes) if codes else None
    targets = {target.code or str(target.area): target.target_points for target in measure.questions}
    goals: list[Any] = [targets.get(code) for code in codes]
    goal = sum(map(Fraction, goals)) if codes and None not in goals else None
    found["target"] = goal
    way = None if goal is None else goal - found["before"]
    found["progress"] = (found["after"] - found["before"]) / way if way and way > 0 else None
    if measure.status not in BEGUN or d is None or r is None:
        found["verdict"] = "cannot_say"
    elif d - r >= THRESHOLD:
        found["verdict"] = "better_than_rest"
    elif r - d >= THRESHOLD:
        found["verdict"] = "weaker_than_rest"
    else:
        found["verdict"] = "as_rest"
    return found


def _alike(one: Plain, other: Plain) -> bool:
    return (one.year, one.version) == (other.year, other.version) and FAMILIES[one.version] == FAMILIES[other.version]


def _share(units: dict[str, Fraction], codes: list[str], before: Plain, after: Plain) -> Any:
    """Return the change in per cent of the maximum."""
    whole = sum(units[code] for code in codes)
    return 100 * sum(after.points[code] - before.points[code] for code in codes) / whole if whole else None
