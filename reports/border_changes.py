"""Sentences on municipalities that were or will be merged or split."""

from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

import polars as pl

from data.language import Sentence, _, joined
from data.own_texts import place_of
from queries.caching import cached_told
from queries.merging import border_changes
from queries.snapshot import Snapshot
from reports.content import Bullets, Item
from reports.view import View

Names = tuple[tuple[str, str], ...]


def borders(view: View, names: Mapping[str, str]) -> Bullets | None:
    """Return the list of border changes; None where there are none. `names` maps number to name."""
    sentences = border_changes_of(view.snapshot, tuple(names.items()))
    return Bullets(tuple(Item(sentence) for sentence in sentences), _("Hva som blir hva")) if sentences else None


@cached_told
def border_changes_of(snapshot: Snapshot, names: Names) -> tuple[Sentence, ...]:
    """Return one sentence per municipality that was or will be merged or split."""
    return border_sentences(border_changes(snapshot, dict(names)))


def border_sentences(changes: pl.DataFrame) -> tuple[Sentence, ...]:
    """Return one sentence per municipality and date, ordered by date and name. `changes` has one row per part."""
    rows = changes.sort("date", "name", "to_name").to_dicts()
    by_municipality = groupby(rows, itemgetter("date", "name"))
    return tuple(_sentence(list(parts)) for (_date, _name), parts in by_municipality)


def _sentence(parts: list[dict[str, Any]]) -> Sentence:
    values = {"name": parts[0]["name"], "to": parts[0]["to_name"], "since": parts[0]["date"]}
    if len(parts) == 1 and parts[0]["share"] == 1:
        return _("{name} går inn i {to} fra {since}.", **values)
    shares = [
        _(
            "om lag {percent:number}\u00a0% til {to} ({place})",
            percent=100 * float(part["share"]),
            to=part["to_name"],
            place=place_of(str(part["note"])),
        )
        for part in parts
    ]
    return joined(
        _("{name} er delt fra {since}: {parts}.", name=values["name"], since=values["since"], parts=shares),
        _("Andelene gjelder innbyggere og er anslag; poengene gjelder hele kommunen slik den var, og er ikke delt."),
    )
