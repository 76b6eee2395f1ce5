"""Imports made by users."""

from typing import NamedTuple

import polars as pl

from data.imports import imports, told_title
from data.language import _, counted, joined
from data.shipped import shipped_events
from data.store import Store
from queries.caching import cached_told
from reports.choices import DATASET_NAMES
from reports.content import Paragraph, Section, section
from reports.table import Row
from reports.view import day_in_oslo


class ImportMade(NamedTuple):
    """An import made by a user: the event that undid it, None where it is valid, and the section that describes it."""

    event: int
    undone_by: int | None
    contents: Section


@cached_told
def imports_made(store: Store, newest: int) -> tuple[ImportMade, ...]:
    """Return the imports that were not shipped with the program, newest first, up to the event `newest`."""
    shipped = shipped_events(store)
    made_imports = imports(store).filter(pl.col("kind") == "import", pl.col("event") <= newest)
    return tuple(_import(row) for row in made_imports.reverse().to_dicts() if row["event"] not in shipped)


def _import(row: Row) -> ImportMade:
    undone_by = row["undone_by"]
    sentence = _(
        "Import {event}, {when:day}, {dataset}: {title} ({evaluations}).",
        event=row["event"],
        when=day_in_oslo(row["happened_at"]),
        dataset=_(DATASET_NAMES[row["dataset"]]),
        title=told_title(row["title"]),
        evaluations=counted("{n} evaluering", "{n} evalueringer", row["evaluations"]),
    )
    undone = None if undone_by is None else _("Angret, hendelse {undo}.", undo=undone_by)
    described = section(f"import-{row['event']}", Paragraph(joined(sentence, undone)))
    return ImportMade(row["event"], undone_by, described)
