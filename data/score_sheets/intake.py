"""The import of score sheets: all files are checked together, and saved only when confirmed."""

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
from data.score_sheets.checks.changes import Change, changes, lost_figures, lost_phrases
from data.score_sheets.checks.duplicates import without_duplicates
from data.score_sheets.checks.lifetimes import check_lifetime
from data.score_sheets.checks.municipalities import check_dataset, check_municipality
from data.score_sheets.checks.versions import check_version
from data.score_sheets.finding import Finding, FindingCollector
from data.score_sheets.finding_limits import limited_findings
from data.score_sheets.new_rows import Pair, rows_of
from data.score_sheets.reading.cell_values import clean
from data.score_sheets.reading.file import read_file
from data.score_sheets.reference_data import ReferenceData, reference_data
from data.score_sheets.sheet_file import SheetFile, named_apart
from data.score_sheets.stored import Key, StoredEvaluation, stored_evaluations, stored_identifiers
from data.score_sheets.submitted import SubmittedEvaluation
from data.store import Store, StoreUnavailable, nothing_can_be_saved

__all__ = ["ImportRefused", "Intake", "SheetFile", "Which", "check_files", "confirm", "named_apart"]

log = logging.getLogger(__name__)

CHANGE = dict.fromkeys(("file", "municipality", "name"), pl.String) | {"year": pl.Int64}
CHANGE |= dict.fromkeys(("version", "code", "label", "old", "new"), pl.String)


class Which(NamedTuple):
    """Identification of an evaluation for display; `municipality` is the key, `name` the name in the sheet."""

    name: str
    year: int
    version: str
    municipality: str


class ImportRefused(Refusal):
    """Nothing was saved; the message gives the reason and a remedy."""


@dataclass(frozen=True)
class Intake:
    """The result of a check of files.

    Attributes:
        findings: all findings, worst first.
        rows: the complete rows to import, of evaluations that are new or changed.
        changes: one row per value added or changed (columns `CHANGE`); `old` and `new` are Norwegian text, `old` is
            null for an added value, `code` is null for anything but a figure or a gold star.
        unchanged: the evaluations without changes.
        kept_old: the evaluations with less than the stored one, which is kept.
        dataset: the dataset that they were compared with.
        keys: key of municipality, year and version of each evaluation in `rows`.
        seen: identifiers of the stored evaluations that `rows` replaces, as of the check.
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
        """Return whether a finding blocks the import."""
        return any(finding.severity in ("stop", "error") for finding in self.findings)

    def needs_confirmation(self) -> bool:
        """Return whether there are warnings, which must be accepted before the import."""
        return any(finding.severity == "warning" for finding in self.findings)


def check_files(
    files: Sequence[SheetFile],
    store: Store,
    dataset: str,
    progress: Callable[[int, int], None] | None = None,
    *,
    replace_fuller: frozenset[Which] = frozenset(),
) -> Intake:
    """Check the files and return the findings and changes of an import; nothing is saved.

    Evaluations in `replace_fuller` (from an earlier `kept_old`) replace the stored ones although they hold less.
    `progress` is called after each file with the number of files checked and their total.
    """
    reference = reference_data(store, dataset)
    collectors = [FindingCollector(file.label) for file in files]
    all_submitted: list[SubmittedEvaluation] = []
    for count, (file, collector) in enumerate(zip(files, collectors, strict=True), 1):
        all_submitted += read_file(file, collector, reference, too_many=count > limits.FILES)
        if progress:
            progress(count, len(files))
    return _compared_with_store(all_submitted, collectors, store, dataset, reference, replace_fuller)


def _compared_with_store(
    all_submitted: list[SubmittedEvaluation],
    collectors: list[FindingCollector],
    store: Store,
    dataset: str,
    reference: ReferenceData,
    replace_fuller: frozenset[Which],
) -> Intake:
    for submitted in all_submitted:
        check_municipality(submitted, reference, dataset)
        check_lifetime(submitted, reference)
        check_version(submitted, reference)
        check_dataset(submitted, dataset)
        submitted.dataset = submitted.dataset or dataset
    whole = without_duplicates([submitted for submitted in all_submitted if _is_whole(submitted)], reference)
    current = stored_evaluations(store, dataset, [_key(submitted, reference) for submitted in whole])
    outcome = _outcome(whole, current, reference, replace_fuller)
    findings = limited_findings([*collectors, *(submitted.collector for submitted in all_submitted)])
    return Intake(
        findings=findings,
        rows=rows_of(outcome.pairs),
        changes=pl.DataFrame(outcome.changes, schema=CHANGE, orient="row"),
        unchanged=tuple(outcome.unchanged),
        kept_old=tuple(outcome.kept_old),
        dataset=dataset,
        keys=tuple(_key(submitted, reference) for submitted, old in outcome.pairs),
        seen=frozenset(old.row["evaluation"] for submitted, old in outcome.pairs if old),
    )


def _is_whole(submitted: SubmittedEvaluation) -> bool:
    return None not in (submitted.number, submitted.name, submitted.year, submitted.version) and bool(submitted.figures)


def _key(submitted: SubmittedEvaluation, reference: ReferenceData) -> Key:
    number, year, version = submitted.key()
    return reference.key(submitted.country, number), year, version


class _Outcome(NamedTuple):
    pairs: list[Pair]
    changes: list[tuple[object, ...]]
    unchanged: list[Which]
    kept_old: list[Which]


def _outcome(
    whole: list[SubmittedEvaluation],
    current: dict[Key, StoredEvaluation],
    reference: ReferenceData,
    replace_fuller: frozenset[Which],
) -> _Outcome:
    """Divide the evaluations into changed, unchanged and kept; add findings on unchanged ones and on losses."""
    result = _Outcome([], [], [], [])
    for submitted in whole:
        old = current.get(_key(submitted, reference))
        which = Which(submitted.name or "", submitted.year or 0, submitted.version or "", _key(submitted, reference)[0])
        different = changes(submitted, old, reference)
        if not different:
            _note_unchanged(submitted, old)
            result.unchanged.append(which)
        elif old and (lost := lost_figures(submitted, old)) and which not in replace_fuller:
            _note_kept(submitted, lost)
            result.kept_old.append(which)
        else:
            if old and (lost := lost_figures(submitted, old)):
                _note_replaced(submitted, lost)
            result.pairs.append((submitted, old))
            result.changes.extend(_change_row(submitted, which, change) for change in different)
    return result


def _change_row(submitted: SubmittedEvaluation, which: Which, change: Change) -> tuple[object, ...]:
    what_changed = (change.code, change.label, change.old, change.new)
    return submitted.collector.file, which.municipality, which.name, which.year, which.version, *what_changed


def _name_values(submitted: SubmittedEvaluation) -> dict[str, Any]:
    return {"name": submitted.name, "year": submitted.year, "version": submitted.version}


def _note_unchanged(submitted: SubmittedEvaluation, old: StoredEvaluation | None) -> None:
    submitted.collector.soften()
    lost = lost_figures(submitted, old) if old else {}
    found = _("{name} {year}, versjon {version}: ingen endringer", **_name_values(submitted))
    remedy = (
        _("Arket mangler {lost}, som blir stående.", lost=lost_phrases(lost), **lost)
        if lost
        else _("Den blir ikke lest inn på nytt.")
    )
    submitted.collector.information("unchanged", submitted.cell("number"), found, remedy)


def _note_kept(submitted: SubmittedEvaluation, lost: dict[str, int]) -> None:
    found = _(
        "{name} {year}, versjon {version} holder mindre enn det som står: {lost} ville gå ut av syne",
        lost=lost_phrases(lost),
        **lost,
        **_name_values(submitted),
    )
    remedy = _("Det som står, beholdes. Fyll ut resten, eller velg å erstatte det.")
    submitted.collector.warning("fuller_kept", submitted.cell("number"), found, remedy)


def _note_replaced(submitted: SubmittedEvaluation, lost: dict[str, int]) -> None:
    found = _(
        "{name} {year}, versjon {version} erstatter en fyldigere evaluering: {lost} går ut av syne",
        lost=lost_phrases(lost),
        **lost,
        **_name_values(submitted),
    )
    submitted.collector.warning(
        "fuller_replaced", submitted.cell("number"), found, _("Bekreft, eller behold det som står.")
    )


def confirm(store: Store, dataset: str, intake: Intake, title: str, at: datetime, *, accept_warnings: bool) -> int:
    """Save an intake as one event in one transaction, and return the event's number.

    Raises:
        ImportRefused: a finding blocks the import, warnings are not accepted, there is nothing to import, the store
            has changed since the check, or it cannot be written to. Nothing is saved then.
    """
    _refuse_unless_ready(dataset, intake, accept_warnings=accept_warnings)
    if store.read_only:
        raise ImportRefused("store_read_only", nothing_can_be_saved(store))
    questions = store.read("from instrument_question")

    def save(cursor: duckdb.DuckDBPyConnection) -> int:
        # Inside the transaction: another import or undo may have come between the check and this one.
        _refuse_if_changed(cursor, dataset, intake)
        return add_rows(cursor, dataset, clean(title) or "Skåringsark", intake.rows, at, questions)

    try:
        return store.write(save)
    except StoreUnavailable as error:
        raise ImportRefused(error.code, error.sentence) from error
    except (duckdb.Error, OSError) as error:
        log.exception("import cannot be saved")
        raise ImportRefused(
            "import_cannot_be_saved",
            _(
                "Importen kunne ikke lagres; kanskje er disken full. Datalageret er som før. Rydd plass, start "
                "programmet på nytt og prøv igjen."
            ),
        ) from error


def _refuse_if_changed(cursor: duckdb.DuckDBPyConnection, dataset: str, intake: Intake) -> None:
    if stored_identifiers(cursor, dataset, list(intake.keys)) != intake.seen:
        raise ImportRefused(
            "store_changed_since_check",
            _(
                "Datalageret er endret siden filene ble sjekket: en av evalueringene er lest inn eller angret "
                "i mellomtiden. Ingenting er lagret; sjekk filene på nytt."
            ),
        )


def _refuse_unless_ready(dataset: str, intake: Intake, *, accept_warnings: bool) -> None:
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
