"""Shell commands for score sheets: `python -m data import FILE…` and `python -m data template OUT.xlsx`."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from data.language import N_, P_, _, counted
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
CHANGES = (
    *(N_("Fil"), N_("Nummer"), N_("Kommune"), N_("År"), N_("Versjon"), N_("Kode"), N_("Hva"), N_("Nå"), N_("Blir")),
)


def add_commands(commands: "argparse._SubParsersAction[Commands]") -> None:
    """Add the commands `import` and `template`."""
    importing = commands.add_parser("import", help=_("leser inn skåringsark"))
    importing.add_argument("files", nargs="+", type=Path, metavar=_("FIL"), help=_("arbeidsbøker (.xlsx)"))
    importing.add_argument(
        "--dataset", choices=("real", "example"), default="real", help=_("virkelige data eller eksempeldata")
    )
    importing.add_argument("--check", action="store_true", help=_("bare sjekk; ingenting lagres"))
    importing.add_argument("--accept-warnings", action="store_true", help=_("bekreft advarslene"))
    importing.add_argument(
        "--replace-fuller", action="store_true", help=_("erstatt også det som er fyldigere enn arket")
    )
    making = commands.add_parser("template", help=_("lager et skåringsark å fylle ut"))
    making.add_argument("--version", default="2.1", metavar=_("VERSJON"), help=_("versjonen av Kommunekompasset"))
    making.add_argument("--history", action="store_true", help=_("lag arket Historikk, med mange evalueringer"))
    making.add_argument(
        "out", type=Path, metavar=_("UT.xlsx"), help=_("filen som lages; finnes den, blir den ikke rørt")
    )


def make_template(store: Store, options: argparse.Namespace) -> int:
    """Write the template to a new file; return 0, or 2 with a sentence on stderr. Never overwrites a file."""
    try:
        content = history_template(store) if options.history else template(store, options.version)
        with options.out.open("xb") as file:
            file.write(content)
    except FileExistsError:
        return _unusable(_("{file} finnes allerede. Velg et annet navn.", file=str(options.out)))
    except OSError as error:
        return _unusable(
            _("{file} kan ikke skrives: {reason}. Velg et annet sted.", file=str(options.out), reason=_reason(error))
        )
    except NoSuchEvaluation as error:
        return _unusable(str(error))
    print(_("{file} er laget.", file=str(options.out)))
    return IMPORTED


def import_files(store: Store, options: argparse.Namespace) -> int:
    """Check and import the files; return 0, 1 if findings stop the import, or 2 if a file cannot be used."""
    try:
        files = named_apart([_read(path) for path in options.files])
    except OSError as error:
        return _unusable(_("{file} kan ikke leses: {reason}.", file=str(error.filename), reason=_reason(error)))
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
        return _("filen finnes ikke")
    if isinstance(error, PermissionError):
        return _("du har ikke lov")
    return _("det er en mappe") if isinstance(error, IsADirectoryError) else _("disken svarer ikke, eller er full")


def _unusable(sentence: str) -> int:
    print(clean(sentence), file=sys.stderr)
    return UNUSABLE


def _progress(done: int, total: int) -> None:
    if total > 1 and (done % 10 == 0 or done == total):
        sentence = _("{done} av {total} filer er sjekket", done=done, total=total)
        print(f"\r{sentence}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _show(intake: Intake) -> None:
    if intake.findings:
        _print_table(table(intake.findings))
    if intake.changes.height and not intake.stopped():
        headings = [_(heading) for heading in CHANGES]
        _print_table(intake.changes.head(SHOWN).rename(dict(zip(intake.changes.columns, headings, strict=True))))
    if intake.changes.height > SHOWN and not intake.stopped():
        print(_("… og {n:number} endringer til.", n=intake.changes.height - SHOWN))


def _print_table(frame: pl.DataFrame) -> None:
    whole = {"tbl_rows": -1, "tbl_cols": -1, "tbl_width_chars": 400, "fmt_str_lengths": 300}
    with pl.Config(**whole, tbl_hide_dataframe_shape=True, tbl_hide_column_data_types=True):  # type: ignore[arg-type]
        print(frame.with_columns(pl.col(pl.String).fill_null("")))


def _stopped(intake: Intake) -> int:
    if intake.stopped():
        print(_("Ingenting er lest inn. Rett feilene og prøv igjen."), file=sys.stderr)
    else:
        print(_("Ingenting er lest inn. Bekreft advarslene med --accept-warnings."), file=sys.stderr)
    return STOPPED


def _finish(store: Store, options: argparse.Namespace, intake: Intake) -> int:
    count = intake.rows.evaluations.height
    if count == 0:
        print(_("Ingen endringer."))
        return IMPORTED
    if options.check:
        forms = P_(
            "{n} evaluering kan leses inn. Ingenting er lagret, siden dette bare var en sjekk.",
            "{n} evalueringer kan leses inn. Ingenting er lagret, siden dette bare var en sjekk.",
        )
        print(counted(*forms, count))
        return IMPORTED
    try:
        event = confirm(store, options.dataset, intake, import_title(intake), datetime.now(UTC), accept_warnings=True)
    except ImportRefused as error:
        return _unusable(str(error))
    forms = P_(
        "{n} evaluering er lest inn, som import {event}. Angre med: python -m data undo {event}",
        "{n} evalueringer er lest inn, som import {event}. Angre med: python -m data undo {event}",
    )
    print(counted(*forms, count, event=event))
    return IMPORTED
