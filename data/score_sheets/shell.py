"""Shell commands for score sheets: `python -m data import FILE…` and `python -m data template OUT.xlsx`."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from data.score_sheets import limits
from data.score_sheets.finding import table
from data.score_sheets.intake import ImportRefused, Intake, SheetFile, check_files, confirm, named_apart
from data.score_sheets.reading.cell_values import clean
from data.score_sheets.titles import import_title
from data.score_sheets.writing.template import NoSuchEvaluation, history_template, template
from data.shell import Commands
from data.store import Store

SHOWN = 500
IMPORTED, STOPPED, UNUSABLE = 0, 1, 2


def add_commands(commands: "argparse._SubParsersAction[Commands]") -> None:
    """Add the commands `import` and `template`."""
    importing = commands.add_parser("import", help="leser inn skåringsark")
    importing.add_argument("files", nargs="+", type=Path, metavar="FIL", help="arbeidsbøker (.xlsx)")
    importing.add_argument(
        "--dataset", choices=("real", "example"), default="real", help="virkelige data eller eksempeldata"
    )
    importing.add_argument("--check", action="store_true", help="bare sjekk; ingenting lagres")
    importing.add_argument("--accept-warnings", action="store_true", help="bekreft advarslene")
    importing.add_argument("--replace-fuller", action="store_true", help="erstatt også det som er fyldigere enn arket")
    making = commands.add_parser("template", help="lager et skåringsark å fylle ut")
    making.add_argument("--version", default="2.1", help="versjonen av Kommunekompasset")
    making.add_argument("--history", action="store_true", help="lag arket Historikk, med mange evalueringer")
    making.add_argument("out", type=Path, metavar="UT.xlsx", help="filen som lages; finnes den, blir den ikke rørt")


def make_template(store: Store, options: argparse.Namespace) -> int:
    """Write the template to a new file; return 0, or 2 with a sentence on stderr. Never overwrites a file."""
    try:
        content = history_template(store) if options.history else template(store, options.version)
        with options.out.open("xb") as file:
            file.write(content)
    except FileExistsError:
        return _unusable(f"{options.out} finnes allerede. Velg et annet navn.")
    except OSError as error:
        return _unusable(f"{options.out} kan ikke skrives: {_reason(error)}. Velg et annet sted.")
    except NoSuchEvaluation as error:
        return _unusable(str(error))
    print(f"{options.out} er laget.")
    return IMPORTED


def import_files(store: Store, options: argparse.Namespace) -> int:
    """Check and import the files; return 0, 1 if findings stop the import, or 2 if a file cannot be used."""
    try:
        files = named_apart([_read(path) for path in options.files])
    except OSError as error:
        return _unusable(f"{error.filename} kan ikke leses: {_reason(error)}.")
    intake = check_files(files, store, options.dataset, _progress)
    if options.replace_fuller and intake.kept_old:
        intake = check_files(files, store, options.dataset, _progress, replace_fuller=frozenset(intake.kept_old))
    _show(intake)
    if any(finding.severity == "stop" for finding in intake.findings):
        return UNUSABLE
    if intake.stopped() or (intake.needs_confirmation() and not options.accept_warnings):
        return _stopped(intake)
    return _finish(store, options, intake)


def _read(path: Path) -> SheetFile:
    """Read at most one byte beyond the limit, which is enough to reject the file as too large."""
    with path.open("rb") as file:
        return SheetFile(path.name, file.read(limits.FILE_BYTES + 1))


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "filen finnes ikke"
    if isinstance(error, PermissionError):
        return "du har ikke lov"
    return "det er en mappe" if isinstance(error, IsADirectoryError) else "disken svarer ikke, eller er full"


def _unusable(sentence: str) -> int:
    print(clean(sentence), file=sys.stderr)
    return UNUSABLE


def _progress(done: int, total: int) -> None:
    if total > 1 and (done % 10 == 0 or done == total):
        print(f"\r{done} av {total} filer er sjekket", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _show(intake: Intake) -> None:
    if intake.findings:
        _print_table(table(intake.findings))
    if intake.changes.height and not intake.stopped():
        headings = ["Fil", "Nummer", "Kommune", "År", "Versjon", "Kode", "Hva", "Nå", "Blir"]
        _print_table(intake.changes.head(SHOWN).rename(dict(zip(intake.changes.columns, headings, strict=True))))
    if intake.changes.height > SHOWN and not intake.stopped():
        print(f"… og {intake.changes.height - SHOWN} endringer til.")


def _print_table(frame: pl.DataFrame) -> None:
    whole = {"tbl_rows": -1, "tbl_cols": -1, "tbl_width_chars": 400, "fmt_str_lengths": 300}
    with pl.Config(**whole, tbl_hide_dataframe_shape=True, tbl_hide_column_data_types=True):  # type: ignore[arg-type]
        print(frame.with_columns(pl.col(pl.String).fill_null("")))


def _stopped(intake: Intake) -> int:
    if intake.stopped():
        print("Ingenting er lest inn. Rett feilene og prøv igjen.", file=sys.stderr)
    else:
        print("Ingenting er lest inn. Bekreft advarslene med --accept-warnings.", file=sys.stderr)
    return STOPPED


def _finish(store: Store, options: argparse.Namespace, intake: Intake) -> int:
    count = intake.rows.evaluations.height
    if count == 0:
        print("Ingen endringer.")
        return IMPORTED
    if options.check:
        print(f"{_evaluations(count)} kan leses inn. Ingenting er lagret, siden dette bare var en sjekk.")
        return IMPORTED
    try:
        event = confirm(store, options.dataset, intake, import_title(intake), datetime.now(UTC), accept_warnings=True)
    except ImportRefused as error:
        return _unusable(str(error))
    print(f"{_evaluations(count)} er lest inn, som import {event}. Angre med: python -m data undo {event}")
    return IMPORTED


def _evaluations(count: int) -> str:
    return f"{count} evaluering" if count == 1 else f"{count} evalueringer"
