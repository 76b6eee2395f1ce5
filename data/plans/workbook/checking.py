"""The check of a plan's workbook: findings with their cells, and what would be new, changed and left alone."""

import logging
from dataclasses import dataclass, field
from datetime import datetime

import polars as pl

from data.language import _
from data.plans.conflicts import current
from data.plans.findings import PlanRefused
from data.plans.reading import Plans, plans_in
from data.plans.rows import Measure, Programme
from data.plans.saving import PlanChange, Saved, examined, save_plan
from data.plans.workbook import limits
from data.plans.workbook.about import dataset_and_event, note_programme
from data.plans.workbook.assembling import Assembled, assembled
from data.plans.workbook.changes import CHANGE, changes
from data.plans.workbook.duplicates import note_duplicates
from data.plans.workbook.municipality import note_municipality
from data.plans.workbook.placed import placed
from data.plans.workbook.reading import ReadPlan, read_plan
from data.score_sheets.finding import Finding, FindingCollector
from data.score_sheets.finding_limits import limited_findings
from data.score_sheets.sheet_file import SheetFile
from data.store import Store

Whole = Programme | Measure
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class PlanIntake:
    """The result of a check of a workbook.

    Attributes:
        findings: all findings, worst first.
        change: what confirming saves; None if the workbook cannot be read.
        changes: one row a value added, changed or taken away (columns `CHANGE`).
        programme: the programme as the workbook has it; None if the workbook cannot be read.
        is_new: whether the programme is new.
        new: the measures that are new.
        changed: the measures that are changed.
        unchanged: the measures that stand in the workbook as they are stored.
        left_alone: the measures that are stored and do not stand in the workbook.
    """

    findings: tuple[Finding, ...]
    change: PlanChange | None = None
    changes: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=CHANGE))
    programme: Programme | None = None
    is_new: bool = False
    new: tuple[Measure, ...] = ()
    changed: tuple[Measure, ...] = ()
    unchanged: tuple[Measure, ...] = ()
    left_alone: tuple[Measure, ...] = ()

    def stopped(self) -> bool:
        """Return whether a finding blocks the saving."""
        return any(finding.severity in ("stop", "error") for finding in self.findings)

    def needs_confirmation(self) -> bool:
        """Return whether there are warnings, which must be accepted first."""
        return any(finding.severity == "warning" for finding in self.findings)

    def is_empty(self) -> bool:
        """Return whether there is nothing to save."""
        return self.change is None or not self.change.plans


def check_workbook(file: SheetFile, store: Store, dataset: str) -> PlanIntake:
    """Check a workbook and return the findings and what confirming would save; nothing is saved."""
    collector = FindingCollector(file.label)
    try:
        return _checked(file, store, dataset, collector)
    except Exception:  # an unexpected failure must still give a sentence
        log.exception("the workbook of a plan %s cannot be checked", ascii(file.name))
        remedy = _("Hent arbeidsboken på nytt, og si fra til den som driver Kompassrosen.")
        collector.stop("file_not_checked", _("Filen kunne ikke sjekkes"), remedy)
        return PlanIntake(limited_findings([collector]))


def confirm(store: Store, intake: PlanIntake, at: datetime, *, accept_warnings: bool) -> Saved:
    """Save what was checked, in one event, and return the event and what it wrote.

    Raises:
        PlanRefused: a finding blocks it, warnings are not accepted, nothing is changed, somebody changed the same since
            the workbook was taken out, or the store cannot be written to. Nothing is saved then.
    """
    if intake.stopped():
        raise PlanRefused("errors_not_corrected", _("Noe i arbeidsboken må rettes først. Se merknadene."))
    if intake.needs_confirmation() and not accept_warnings:
        raise PlanRefused("warnings_not_accepted", _("Advarslene må bekreftes før noe kan lagres."))
    if intake.change is None or intake.is_empty():
        raise PlanRefused("nothing_changed", _("Ingenting er endret, så det er ikke noe å lagre."))
    return save_plan(store, intake.change, at)


def _checked(file: SheetFile, store: Store, dataset: str, collector: FindingCollector) -> PlanIntake:
    read = read_plan(file.name, file.content, collector)
    if read is None:
        return PlanIntake(limited_findings([collector]))
    if len(read.rows.get("measures", ())) > limits.MEASURES:
        found = _("Det er flere enn {most:number} tiltak", most=limits.MEASURES)
        collector.stop("too_many_measures", found, _("Del programmet i flere."))
        return PlanIntake(limited_findings([collector]))
    return _compared(read, store, dataset, collector)


def _compared(read: ReadPlan, store: Store, dataset: str, collector: FindingCollector) -> PlanIntake:
    newest = store.newest_event()
    event = dataset_and_event(read, dataset, newest, collector)
    now = plans_in(store, dataset, newest)
    seen = now if event in (None, newest) else plans_in(store, dataset, event)
    if not note_programme(read, seen, now, event, collector):
        return PlanIntake(limited_findings([collector]))
    asked = assembled(read, seen, now, collector)
    note_municipality(asked, seen, store, dataset, collector)
    asked_of = [plan for plan in asked.plans() if plan not in (current(plan, seen), current(plan, now))]
    change = PlanChange(dataset, tuple(asked_of), event or newest)
    if change.plans:
        placed(examined(store.read, change), asked, seen, now, collector)
    note_duplicates(asked, now, collector)
    return _intake(limited_findings([collector]), asked, change, seen, now)


def _intake(findings: tuple[Finding, ...], asked: Assembled, change: PlanChange, seen: Plans, now: Plans) -> PlanIntake:
    measures = [plan for plan in change.plans if isinstance(plan, Measure)]
    programme, stands = asked.programme, {measure.measure for measure in asked.measures}
    left_alone = [
        measure
        for measure in now.measures.values()
        if measure.programme == programme.programme and measure.measure not in stands
    ]
    known = {**seen.measures, **now.measures}
    return PlanIntake(
        findings=findings,
        change=change,
        changes=changes(change.plans, asked, seen),
        programme=programme,
        is_new=current(programme, seen) is None,
        new=tuple(measure for measure in measures if measure.measure not in known),
        changed=tuple(measure for measure in measures if measure.measure in known),
        unchanged=tuple(measure for measure in asked.measures if measure not in measures),
        left_alone=tuple(left_alone),
    )
