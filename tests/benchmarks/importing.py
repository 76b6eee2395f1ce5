"""An import of many score sheets, all checks and the findings' texts, against opening the same files."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook

from data.opening import open_store
from data.score_sheets.finding import table
from data.score_sheets.intake import SheetFile, check_files, confirm
from data.score_sheets.writing.template import filled
from data.store import Store, connect
from tests.benchmarks.apart import apart
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import CannotMeasure, Figure, Taken, Target
from tests.benchmarks.in_turn import Turns, in_turn, milliseconds
from tests.benchmarks.progress import tell
from tests.benchmarks.stores import Municipality, made_municipalities


def importing(effort: Effort) -> Iterator[Taken]:
    """Measure sheets of as many municipalities as Norway has, new to the store."""
    count = effort.of(357, 10)
    tell(f"filling {count} score sheets")
    sheets = effort.stores.example().with_name("sheets.zip")
    apart(write_sheets, effort.stores.made(effort.country), made_municipalities(range(count)), sheets)
    turns = apart(import_times, sheets, effort.stores.example(), effort.of(3, 1))
    what = f"import of {count} score sheets, all checks and the findings' texts"
    yield Taken(Figure("import", what, "openpyxl.load_workbook of the same files", Target(1.25)), *turns)


def write_sheets(store: Path, those: list[Municipality], sheets: Path) -> None:
    """Write one filled score sheet for each municipality, all in one file."""
    filled_store = open_store(store, read_only=True)
    with ZipFile(sheets, "w") as together:
        for number, one in enumerate(those):
            content = filled(filled_store, "example", (one.key, one.year, "2.1"))
            together.writestr(f"{number}.xlsx", content)


def import_times(sheets: Path, store: Path, rounds: int) -> Turns:
    """Return how long imports into fresh copies of a store take, and opening the same files."""
    with ZipFile(sheets) as together:
        files = [SheetFile(name, together.read(name)) for name in together.namelist()]
    _open(files[:1])
    return in_turn(
        rounds,
        lambda number: _import(files, store.with_name(f"into-{number}.duckdb"), store),
        lambda _: milliseconds(lambda: _open(files)),
        f"import of {len(files)} score sheets",
    )


def _import(files: list[SheetFile], into: Path, store: Path) -> float:
    """Check and save the files; texts are made of every finding, as the page and the shell do."""
    fresh = connect(Path(shutil.copy(store, into)))

    def whole() -> None:
        intake = check_files(files, fresh, "example")
        table(intake.findings)
        for finding in intake.findings:
            finding.sentence()
        confirm(fresh, "example", intake, "Skåringsark", datetime.now(UTC), accept_warnings=True)

    before = _evaluations(fresh)
    taken = milliseconds(whole)
    if (added := _evaluations(fresh) - before) != len(files):
        raise CannotMeasure(f"Of {len(files)} score sheets {added} came in.")
    fresh.close()
    into.unlink()
    return taken


def _evaluations(store: Store) -> int:
    return int(store.read("select count(*) as n from evaluation").item())


def _open(files: list[SheetFile]) -> None:
    for file in files:
        load_workbook(BytesIO(file.content))
