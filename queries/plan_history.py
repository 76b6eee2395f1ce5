"""How measures came to be what they are: the changes by each valid event, field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from itertools import groupby, pairwise
from typing import Any

from data.plans.rows import LISTS, Measure
from queries.caching import cached_log
from queries.snapshot import Snapshot

IDENTIFIER = "measure"


@dataclass(frozen=True)
class Change:
    """One field changed by one event; `field` is empty where the event made the measure."""

    event: int
    happened_at: datetime
    field: str
    before: Any
    after: Any


@cached_log
def histories(snapshot: Snapshot, programme: str) -> Mapping[str, tuple[Change, ...]]:
    """Return the changes of each measure of a programme by its identifier, the newest first.

    Events that are undone are not among them. What users wrote comes after what is shipped, as it counts before it.
    """
    rows = snapshot.query("plan_versions", programme=programme).to_dicts()
    return {
        name: tuple(reversed([*_changes(list(versions))]))
        for name, versions in groupby(rows, lambda row: row["measure"])
    }


def _changes(versions: list[dict[str, Any]]) -> Iterator[Change]:
    first = versions[0]
    yield Change(first["event"], first["happened_at"], "", None, None)
    for before, after in pairwise(versions):
        then, since = _measure(before), _measure(after)
        for field in fields(Measure):
            old, new = getattr(then, field.name), getattr(since, field.name)
            if field.name != IDENTIFIER and old != new:
                yield Change(after["event"], after["happened_at"], field.name, old, new)


def _measure(row: dict[str, Any]) -> Measure:
    own: dict[str, Any] = {field.name: row[field.name] for field in fields(Measure) if field.name not in LISTS}
    own["waits_for"] = tuple(own["waits_for"] or ())
    lists: dict[str, Any] = {
        name: tuple(kind(**line) for line in row[name] or ()) for name, (_table, kind) in LISTS.items()
    }
    return Measure(**own, **lists)
