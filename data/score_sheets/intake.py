"""Score sheets on their way in: checked all at once, shown, and saved only when confirmed."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

import duckdb
import polars as pl

from data.import_rows import ImportRows
from data.imports import add_rows
from data.language import _
from data.refusal import Refusal
from data.score_sheets import limits
from data.score_sheets.comparison import Change, changes, in_words, out_of_sight
from data.score_sheets.duplicates import without_duplicates
from data.score_sheets.entered import Entered
from data.score_sheets.file_reading import read_file
from data.score_sheets.finding import Finding, Notes, worst_first
from data.score_sheets.known import Known, known
from data.score_sheets.municipalities import check_dataset, check_municipality
from data.score_sheets.new_rows import Pair, rows_of
from data.score_sheets.sheet_file import SheetFile, named_apart
from data.score_sheets.standing import Key, Standing, standing, standing_identifiers
from data.score_sheets.values import clean
from data.store import Store

__all__ = ["ImportRefused", "Intake", "SheetFile", "Which", "check_files", "confirm", "named_apart"]

log = logging.getLogger(__name__)

CHANGE = dict.fromkeys(("file", "municipality", "name"), pl.String) | {"year": pl.Int64}
CHANGE |= dict.fromkeys(("version", "code", "label", "old", "new"), pl.String)


class Which(NamedTuple):
    """Which evaluation, as people say it; `municipality` is the key."""

    name: str
    year: int
    version: str
    municipality: str


class ImportRefused(Refusal):
    """Nothing was saved; the sentence says why and what to do."""


@dataclass(frozen=True)
class Intake:
    """What a check of files came to.

    Attributes:
        findings: everything found, worst first.
        rows: what would be imported: evaluations that are new or say something new, whole.
        changes: one row a thing that becomes new or replaces, `old` and `new` as Norwegian text; `code` is null
            where it is no figure (inhabitants, source, remarks …).
        unchanged: the evaluations that say nothing new.
        kept_old: the evaluations that hold less than what stands, which is kept.
        dataset: the dataset they were held against.
        keys: key of municipality, year and version of each evaluation in `rows`.
        seen: the identifiers of the evaluations in the store that `rows` would replace.
    """

    findings: tuple[Finding, ...]
    rows: ImportRows
    changes: pl.DataFrame
    unchanged: tuple[Which, ...]
    kept_old: tuple[Which, ...]
    dataset: str
    keys: tuple[Key, ...]
    seen: frozenset[str]

    def stopped(self) -> bool:
        """Tell if something blocks the import."""
        return any(finding.severity in ("stop", "error") for finding in self.findings)

    def needs_confirmation(self) -> bool:
        """Tell if there are warnings, which somebody must have accepted."""
        return any(finding.severity == "warning" for finding in self.findings)


def check_files(
    files: Sequence[SheetFile],
    store: Store,
    dataset: str,
    progress: Callable[[int, int], None] | None = None,
    *,
    replace_fuller: frozenset[Which] = frozenset(),
) -> Intake:
    """Return what an import of the files would do and all that is to be said of them; saves nothing.

    Evaluations in `replace_fuller` (from an earlier `kept_old`) replace what stands though they hold less.
    """
    reference = known(store, dataset)
    notes = [Notes(file.label) for file in files]
    all_entered: list[Entered] = []
    for count, (file, on_file) in enumerate(zip(files, notes, strict=True), 1):
        all_entered += read_file(file, on_file, reference, too_many=count > limits.FILES)
        if progress:
            progress(count, len(files))
    return _held_against(all_entered, notes, store, dataset, reference, replace_fuller)


def _held_against(
    all_entered: list[Entered],
    notes: list[Notes],
    store: Store,
    dataset: str,
    reference: Known,
    replace_fuller: frozenset[Which],
) -> Intake:
    for entered in all_entered:
        check_municipality(entered, reference)
        check_dataset(entered, dataset)
        entered.dataset = entered.dataset or dataset
    whole = without_duplicates([one for one in all_entered if _is_whole(one)], reference)
    current = standing(store, dataset, [_key(one, reference) for one in whole])
    sorted_out = _sorted_out(whole, current, reference, replace_fuller)
    findings = _gathered([*notes, *(one.notes for one in all_entered)])
    return Intake(
        findings=findings,
        rows=rows_of(sorted_out.pairs),
        changes=pl.DataFrame(sorted_out.changes, schema=CHANGE, orient="row"),
        unchanged=tuple(sorted_out.unchanged),
        kept_old=tuple(sorted_out.kept_old),
        dataset=dataset,
        keys=tuple(_key(one, reference) for one, old in sorted_out.pairs),
        seen=frozenset(old.row["evaluation"] for one, old in sorted_out.pairs if old),
    )


def _is_whole(entered: Entered) -> bool:
    return None not in (entered.number, entered.name, entered.year, entered.version) and bool(entered.figures)


def _key(entered: Entered, reference: Known) -> Key:
    number, year, version = entered.key()
    return reference.key(entered.country, number), year, version


def _gathered(notes: list[Notes]) -> tuple[Finding, ...]:
    """Return all findings; of one file no more than can be read, with a word on the rest."""
    by_file: dict[str, dict[Finding, None]] = {}
    for one in notes:
        by_file.setdefault(one.file, {}).update(dict.fromkeys(one.findings))
    found: list[Finding] = []
    for file, findings in by_file.items():
        kept = worst_first(findings)
        found += kept[: limits.FINDINGS]
        if len(kept) > limits.FINDINGS:
            more = _("Filen har {n} merknader til", n=len(kept) - limits.FINDINGS)
            severity, remedy = kept[limits.FINDINGS].severity, _("Rett de første og prøv igjen.")
            found.append(Finding(severity, "more_findings", file, None, None, more, None, remedy))
    return worst_first(found)


class _SortedOut(NamedTuple):
    pairs: list[Pair]
    changes: list[tuple[object, ...]]
    unchanged: list[Which]
    kept_old: list[Which]


def _sorted_out(
    whole: list[Entered], current: dict[Key, Standing], reference: Known, replace_fuller: frozenset[Which]
) -> _SortedOut:
    """Sort the evaluations by what becomes of them, and say so where nothing does."""
    result = _SortedOut([], [], [], [])
    for entered in whole:
        old = current.get(_key(entered, reference))
        which = Which(entered.name or "", entered.year or 0, entered.version or "", _key(entered, reference)[0])
        different = changes(entered, old, reference)
        if not different:
            _say_unchanged(entered, old)
            result.unchanged.append(which)
        elif old and (lost := out_of_sight(entered, old)) and which not in replace_fuller:
            _say_kept(entered, lost)
            result.kept_old.append(which)
        else:
            if old and (lost := out_of_sight(entered, old)):
                _say_replaced(entered, lost)
            result.pairs.append((entered, old))
            result.changes.extend(_change_row(entered, which, one) for one in different)
    return result


def _change_row(entered: Entered, which: Which, change: Change) -> tuple[object, ...]:
    said = (change.code, change.label, change.old, change.new)
    return entered.notes.file, which.municipality, which.name, which.year, which.version, *said


def _which(entered: Entered) -> dict[str, Any]:
    return {"name": entered.name, "year": entered.year, "version": entered.version}


def _say_unchanged(entered: Entered, old: Standing | None) -> None:
    entered.notes.soften()
    lost = out_of_sight(entered, old) if old else {}
    found = _("{name} {year}, versjon {version}: ingen endringer", **_which(entered))
    remedy = (
        _("Arket mangler {lost}, som blir stående.", lost=in_words(lost), **lost)
        if lost
        else _("Den blir ikke lest inn på nytt.")
    )
    entered.notes.information("unchanged", entered.cell("number"), found, remedy)


def _say_kept(entered: Entered, lost: dict[str, int]) -> None:
    found = _(
        "{name} {year}, versjon {version} holder mindre enn det som står: {lost} ville gå ut av syne",
        lost=in_words(lost),
        **lost,
        **_which(entered),
    )
    remedy = _("Det som står, beholdes. Fyll ut resten, eller velg å erstatte det.")
    entered.notes.warning("fuller_kept", entered.cell("number"), found, remedy)


def _say_replaced(entered: Entered, lost: dict[str, int]) -> None:
    found = _(
        "{name} {year}, versjon {version} erstatter en fyldigere evaluering: {lost} går ut av syne",
        lost=in_words(lost),
        **lost,
        **_which(entered),
    )
    entered.notes.warning("fuller_replaced", entered.cell("number"), found, _("Bekreft, eller behold det som står."))


def confirm(store: Store, dataset: str, intake: Intake, title: str, at: datetime, *, accept_warnings: bool) -> int:
    """Save an intake as one event, all or nothing, and return the event's number.

    Raises:
        ImportRefused: something blocks it, a warning is not accepted, the store has changed since the check,
            or it cannot be written to. Nothing is saved then.
    """
    _refuse_what_is_not_ready(dataset, intake, accept_warnings=accept_warnings)
    questions = store.read("from instrument_question")
    try:
        with store.transaction() as cursor:
            if standing_identifiers(cursor, dataset, list(intake.keys)) != intake.seen:
                raise ImportRefused(
                    "store_changed_since_check",
                    _(
                        "Datalageret er endret siden filene ble sjekket: en av evalueringene er lest inn eller angret "
                        "i mellomtiden. Ingenting er lagret; sjekk filene på nytt."
                    ),
                )
            return add_rows(cursor, dataset, clean(title) or "Skåringsark", intake.rows, at, questions)
    except (duckdb.Error, OSError) as error:
        log.exception("import cannot be saved")
        raise ImportRefused(
            "import_cannot_be_saved",
            _(
                "Importen kunne ikke lagres; kanskje er disken full. Datalageret er som før. Rydd plass, start "
                "programmet på nytt og prøv igjen."
            ),
        ) from error


def _refuse_what_is_not_ready(dataset: str, intake: Intake, *, accept_warnings: bool) -> None:
    if dataset != intake.dataset:
        raise ImportRefused(
            "checked_against_other_dataset", _("Filene er sjekket mot et annet datasett. Sjekk dem på nytt.")
        )
    if intake.stopped():
        raise ImportRefused("errors_not_corrected", _("Noe i filene må rettes først. Se merknadene."))
    if intake.needs_confirmation() and not accept_warnings:
        raise ImportRefused("warnings_not_accepted", _("Advarslene må bekreftes før noe kan lagres."))
    if intake.rows.evaluations.is_empty():
        raise ImportRefused("nothing_to_import", _("Det er ingenting å lagre: ingen endringer."))
