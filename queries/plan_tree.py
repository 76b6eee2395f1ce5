"""The measures of a programme as a tree: areas, and the measures that belong to them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.plans.rows import Measure
from queries.caching import cached_log
from queries.plans import plans
from queries.snapshot import Snapshot


@dataclass(frozen=True)
class Branch:
    """A measure and its place in the tree.

    Attributes:
        number: its number from 1, in the order of the tree.
        depth: 0 for an area or a measure without one.
        area: identifier of the area it stands below; None at depth 0, also where its area is gone.
    """

    measure: Measure
    number: int
    depth: int
    area: str | None


@cached_log
def branches(snapshot: Snapshot, programme: str) -> tuple[Branch, ...]:
    """Return every measure of a programme once, each area before what belongs to it, by title.

    Of areas that belong to each other in a circle, which an undo can leave behind, one is taken as the uppermost.
    """
    own = [one for one in plans(snapshot).measures.values() if one.programme == programme]
    own.sort(key=lambda one: (_natural(one.title or ""), one.measure))
    names = {one.measure for one in own}
    below: dict[str, list[Measure]] = {}
    for one in own:
        if one.parent in names:
            below.setdefault(str(one.parent), []).append(one)
    roots = [one for one in own if one.parent not in names]
    placed = list(_placed([*roots, *own], below))
    return tuple(Branch(one, number, depth, area) for number, (one, depth, area) in enumerate(placed, 1))


def without_areas(own: Sequence[Branch]) -> tuple[Branch, ...]:
    """Return the measures without the programme areas, those that only hold others: no status, nothing to lift."""
    areas = {branch.area for branch in own}
    return tuple(
        branch
        for branch in own
        if branch.measure.measure not in areas or branch.measure.status or branch.measure.questions
    )


def _placed(
    starts: Sequence[Measure], below: Mapping[str, Sequence[Measure]]
) -> Iterator[tuple[Measure, int, str | None]]:
    seen: set[str] = set()
    for start in starts:
        waiting: list[tuple[Measure, int, str | None]] = [(start, 0, None)]
        while waiting:
            one, depth, area = waiting.pop()
            if one.measure in seen:
                continue
            seen.add(one.measure)
            yield one, depth, area
            waiting += [(child, depth + 1, one.measure) for child in reversed(below.get(one.measure, ()))]


def _natural(title: str) -> list[tuple[int, str]]:
    """Return a key that sorts `Fase 2` before `Fase 10`."""
    return [(int(part), "") if part.isdecimal() else (-1, part.casefold()) for part in re.split(r"(\d+)", title)]
