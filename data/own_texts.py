"""Sentences of ours that stand in data files and in the store in bokmål, and are told where they are shown."""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
COLUMNS = {
    "example/evaluations": ("source",),
    "reference/instrument_areas": ("note",),
    "reference/instrument_2_1_questions": ("note",),
    "reference/size_groups": ("basis",),
    "reference/thresholds": ("unit", "reason"),
    "reference/register_sources": ("title", "owner", "note"),
    "catalogue/known_evaluations": ("note",),
    "published/hemne_2018_questions": ("note",),
    "published/other_stated_values": ("note",),
    "published/published_evaluations": ("note",),
    "published/published_references": ("note",),
    "published/published_statements": ("note",),
}
"""Columns of files that hold sentences of ours."""
PLAN_COLUMNS = {
    "programmes/programmes": ("need", "goal", "result", "anchoring", "source", "place", "note"),
    "programmes/measures": ("need", "goal", "activities", "result", "anchoring", "source", "place", "note"),
    "programmes/phases": ("activities",),
    "programmes/money": ("note",),
    "example_programmes/programmes": ("source",),
    "example_programmes/measures": ("source",),
}
"""Columns of the shipped programmes that hold our words: what a document says, retold, and what is to know of it.

Names and titles are those of the programmes, and the invented ones are written as people would write them.
"""
PARTS = "reference/municipality_changes_no"
"""The file whose notes begin with which part of a municipality went where, and go on with how that is known."""
COUNTED_BY = {
    "table07459": "Statistisk sentralbyrå, folkemengde",
    "derived07459": "avledet av Statistisk sentralbyrås folkemengde",
    "scb": "Statistiska centralbyrån, folkmängd",
}
"""Who counted the inhabitants, by the source of the register's populations."""
MADE_UP = "oppdiktet, unntatt Hemnes"
"""The source of the populations of the example municipalities."""
PAGES = "s. {pages}"
"""Where in a source something stands."""
WHERE = (
    "artikkel",
    "forord",
    "rapportliste i KS-K rapport 3/2018 (lignende dokumenter)",
    "KS-K rapport 16/2017, tittel i rapportliste i KS-K rapport 3/2018 (lignende dokumenter)",
)
"""Sources and places in them that we describe, beside the names and pages of the others."""
TOTAL = "Totalt"
"""The name of the total beside those of the areas."""


@cache
def own_texts() -> frozenset[str]:
    """Return the sentences; what people write is told as it stands, unless it is one of these to the letter."""
    return frozenset((MADE_UP, TOTAL, *WHERE, *COUNTED_BY.values(), *(text for _path, text in columns())))


@cache
def plan_texts() -> frozenset[str]:
    """Return the texts of programmes that we wrote, which `reports.plan_words.retold` tells."""
    return frozenset(text for _path, text in _in_columns(PLAN_COLUMNS))


def columns() -> Iterator[tuple[Path, str]]:
    """Yield the sentences of the files, each with its file, without those of programmes."""
    yield from _in_columns(COLUMNS)
    yield from _parts(FOLDER / f"{PARTS}.csv")


def plan_columns() -> Iterator[tuple[Path, str]]:
    """Yield the texts of programmes that we wrote, each with its file."""
    yield from _in_columns(PLAN_COLUMNS)


def place_of(note: str) -> str:
    """Return which part of a municipality a change concerns, by the note on it."""
    return note.partition(";")[0]


def _in_columns(files: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Path, str]]:
    for name, own in files.items():
        path = FOLDER / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from ((path, row[column]) for column in own if row[column])


def _parts(path: Path) -> Iterator[tuple[Path, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from ((path, place_of(row["note"])) for row in csv.DictReader(file) if row["kind"] in ("part", "split"))
