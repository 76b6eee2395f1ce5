"""Reads the evaluations of one file, and runs the checks that need only that file."""

import logging

from data.language import _
from data.score_sheets import limits
from data.score_sheets.checks.consistency import check_evaluation, mention_oddities
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading.evaluation_sheet import read_evaluation
from data.score_sheets.reading.headings import by_role
from data.score_sheets.reading.history_sheet import read_history
from data.score_sheets.reading.workbook import note_hidden_sheets, opened
from data.score_sheets.reference_data import ReferenceData
from data.score_sheets.sheet_file import SheetFile
from data.score_sheets.submitted import SubmittedEvaluation

log = logging.getLogger(__name__)


def read_file(
    file: SheetFile, collector: FindingCollector, reference: ReferenceData, *, too_many: bool
) -> list[SubmittedEvaluation]:
    """Return the evaluations of one file; a file that cannot be read gives a finding of severity stop."""
    try:
        return _read(file, collector, reference, too_many=too_many)
    except Exception:  # an unexpected failure on one file must not hide the findings on the others
        log.exception("score sheet %s cannot be checked", ascii(file.name))
        remedy = _("Bruk malen, og si fra til den som driver Kompassrosen.")
        collector.stop("file_not_checked", _("Filen kunne ikke sjekkes"), remedy)
        return []


def _read(
    file: SheetFile, collector: FindingCollector, reference: ReferenceData, *, too_many: bool
) -> list[SubmittedEvaluation]:
    """Return the evaluations of one file, checked."""
    if too_many:
        found = _("Det er flere enn {most} filer", most=limits.FILES)
        collector.stop("too_many_files", found, _("Les inn filene i flere omganger."))
        return []
    sheets = opened(file.name, file.content, collector)
    if sheets is None:
        return []
    roles = by_role(sheets, collector)
    note_hidden_sheets(roles.values(), collector)
    all_submitted = read_history(roles["history"], collector, reference) if "history" in roles else []
    if roles.keys() & {"kommune", "points"}:
        all_submitted.append(read_evaluation(roles, collector, reference))
        mention_oddities(all_submitted[-1], reference)
    if not roles.keys() & {"kommune", "points", "history"}:
        found = _("Fant ingen ark som heter Kommune, Poeng eller Historikk")
        collector.stop("no_known_sheet", found, _("Bruk malen, eller gi arkene navnene fra malen."))
    elif not all_submitted and not collector.has_errors():
        remedy = _("Fyll ut minst én rad under overskriftene.")
        collector.error("no_evaluations", None, _("Filen har ingen evalueringer"), remedy)
    for submitted in all_submitted:
        check_evaluation(submitted, reference)
    return all_submitted
