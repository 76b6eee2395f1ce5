"""Small made-up landscapes: stores in memory that hold just the evaluations a test is about."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data import reference_tables
from data.import_rows import EVALUATION, FIGURE, GOLD_STAR, OTHER_VALUE, REMARK, ImportRows, shaped
from data.imports import add_import
from data.store import EDITION, Store
from queries.registry import query_named
from queries.snapshot import Snapshot

DATA = Path(__file__).parents[1] / "data"
FILLED = (
    "event", "evaluation", "area_points", "question_points", "other_value", "gold_star", "remark",
    "published_reference", "published_statement", "known_evaluation", "shipped",
    "programme", "measure", "measure_question", "measure_remark", "phase", "evidence", "money",
)  # fmt: skip
NOON = datetime(2024, 1, 2, 12, 0, tzinfo=UTC)
FACTS = {"country": "NO", "year_basis": "stated", "version_basis": "stated", "source": "Prøve"}


@dataclass(frozen=True)
class Made:
    """One made-up evaluation: whose, its figures by code (`0` total, `3` area, `3.4` question), and other facts."""

    number: str
    year: int
    version: str
    figures: Mapping[str, str]
    facts: Mapping[str, Any]
    others: Sequence[Mapping[str, Any]] = field(default_factory=tuple)

    def key(self) -> dict[str, Any]:
        """Return the columns that every row of the evaluation begins with."""
        return {"municipality_number": self.number, "year": self.year, "version": self.version}


def made(
    number: str,
    year: int = 2018,
    version: str = "2.1",
    *,
    total: float | str | None = None,
    areas: Mapping[int, float | str] | Sequence[float | str] = (),
    questions: Mapping[str, str] | None = None,
    others: Sequence[Mapping[str, Any]] = (),
    **facts: Any,
) -> Made:
    """Return a made-up evaluation; areas are given by number, or all eight in order."""
    by_number = areas if isinstance(areas, Mapping) else dict(enumerate(areas, 1))
    figures = {str(area): str(points) for area, points in by_number.items()} | dict(questions or {})
    if total is not None:
        figures["0"] = str(total)
    facts_of = {"municipality": f"Kommune {number}"} | FACTS | facts
    return Made(number, year, version, figures, facts_of, others)


def import_rows(*evaluations: Made) -> ImportRows:
    """Return made-up evaluations as one import brings them."""
    figures = [
        one.key() | {"code": code, "points": points, "basis": "stated", "source": "Prøve"}
        for one in evaluations
        for code, points in one.figures.items()
    ]
    facts = [one.key() | dict(one.facts) for one in evaluations]
    others = [one.key() | dict(other) for one in evaluations for other in one.others]
    return ImportRows(
        evaluations=shaped(_frame(facts), EVALUATION),
        figures=shaped(_frame(figures), FIGURE),
        other_values=shaped(_frame(others), OTHER_VALUE),
        gold_stars=shaped(_frame([]), GOLD_STAR),
        remarks=shaped(_frame([]), REMARK),
    )


def _frame(rows: list[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(rows, infer_schema_length=None)


def empty_store() -> Store:
    """Return a store in memory with the instruments, settings and municipalities, and no event."""
    connection = duckdb.connect(":memory:")
    connection.execute((DATA / "schema.sql").read_text(encoding="utf-8"))
    connection.execute("insert into store_format (format) values (?)", [EDITION])
    reference_tables.fill(connection)
    return Store(Path("in-memory.duckdb"), connection)


def beside(store: Store) -> Store:
    """Return another store on the same tables, since answers are kept by store and event, and events begin anew."""
    return Store(store.path, store._connection)


def empty(store: Store) -> None:
    """Take every event of a made-up store back out, with all it brought."""
    with store.transaction() as cursor:
        for table in FILLED:
            cursor.execute(f"delete from {table}")


def add(store: Store, *evaluations: Made, dataset: str = "real", title: str = "Prøve") -> int:
    """Import made-up evaluations as one event and return its number."""
    return add_import(store, dataset, title, import_rows(*evaluations), NOON)


def ask(snapshot: Snapshot, question: str, **words: str | int) -> list[dict[str, Any]]:
    """Return the rows that a question answers when asked with the words of the shell."""
    return query_named(question)(snapshot, {name: str(word) for name, word in words.items()}).to_dicts()


def csv_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a csv file as texts, read without the product's code."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def maxima() -> dict[str, Decimal]:
    """Return the printed maximum of each of the 45 questions."""
    return {
        row["code"]: Decimal(row["max_points"]) for row in csv_rows(DATA / "reference" / "instrument_2_1_questions.csv")
    }


def all_questions(**given: str) -> dict[str, str]:
    """Return points for all 45 questions, 1.0 each; change some with `q3_4="2.5"`."""
    return dict.fromkeys(maxima(), "1.0") | {name[1:].replace("_", "."): points for name, points in given.items()}
