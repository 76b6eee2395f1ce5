"""Reads one file: the evaluations in it, with the checks that need nothing but the file."""

import logging

from data.language import _
from data.score_sheets import limits
from data.score_sheets.consistency import check_evaluation, mention_oddities
from data.score_sheets.entered import Entered
from data.score_sheets.evaluation_sheet import read_evaluation
from data.score_sheets.finding import Notes
from data.score_sheets.headings import by_role
from data.score_sheets.history_sheet import read_history
from data.score_sheets.known import Known
from data.score_sheets.sheet_file import SheetFile
from data.score_sheets.workbook import Sheet, opened

log = logging.getLogger(__name__)


def read_file(file: SheetFile, notes: Notes, reference: Known, *, too_many: bool) -> list[Entered]:
    """Return the evaluations of one file; what cannot be read is a stop in the notes."""
    try:
        return _read(file, notes, reference, too_many=too_many)
    except Exception:  # one file that surprises us must not hide what is found in the others
        log.exception("score sheet %s cannot be checked", ascii(file.name))
        remedy = _("Bruk malen, og si fra til den som driver Kompassrosen.")
        notes.stop("file_not_checked", _("Filen kunne ikke sjekkes"), remedy)
        return []


def _read(file: SheetFile, notes: Notes, reference: Known, *, too_many: bool) -> list[Entered]:
    """Return the evaluations of one file with their own checks made."""
    if too_many:
        found = _("Det er flere enn {most} filer", most=limits.FILES)
        notes.stop("too_many_files", found, _("Les inn filene i flere omganger."))
        return []
    sheets = opened(file.name, file.content, notes)
    if sheets is None:
        return []
    roles = by_role(sheets, notes)
    _mention_hidden_sheets(roles, notes)
    all_entered = read_history(roles["history"], notes, reference) if "history" in roles else []
    if roles.keys() & {"kommune", "points"}:
        all_entered.append(read_evaluation(roles, notes, reference))
        mention_oddities(all_entered[-1], reference)
    if not roles.keys() & {"kommune", "points", "history"}:
        found = _("Fant ingen ark som heter Kommune, Poeng eller Historikk")
        notes.stop("no_known_sheet", found, _("Bruk malen, eller gi arkene navnene fra malen."))
    elif not all_entered and not notes.has_errors():
        remedy = _("Fyll ut minst én rad under overskriftene.")
        notes.error("no_evaluations", None, _("Filen har ingen evalueringer"), remedy)
    for entered in all_entered:
        check_evaluation(entered, reference)
    return all_entered


def _mention_hidden_sheets(roles: dict[str, Sheet], notes: Notes) -> None:
    for sheet in roles.values():
        if sheet.hidden:
            found, remedy = _("Arket er skjult, men blir lest"), _("Vis arket og se over det.")
            notes.on(sheet.name).information("hidden_sheet", None, found, remedy)
