"""Reads one file: the evaluations in it, with the checks that need nothing but the file."""

import logging

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
        notes.add("stop", None, "Filen kunne ikke sjekkes", "Bruk malen, og si fra til den som driver Kompassrosen.")
        return []


def _read(file: SheetFile, notes: Notes, reference: Known, *, too_many: bool) -> list[Entered]:
    """Return the evaluations of one file with their own checks made."""
    if too_many:
        notes.add("stop", None, f"Det er flere enn {limits.FILES} filer", "Les inn filene i flere omganger.")
        return []
    sheets = opened(file.name, file.content, notes)
    if sheets is None:
        return []
    roles = by_role(sheets, notes)
    _mention_hidden_sheets(roles, notes)
    found = read_history(roles["history"], notes, reference) if "history" in roles else []
    if roles.keys() & {"kommune", "points"}:
        found.append(read_evaluation(roles, notes, reference))
        mention_oddities(found[-1], reference)
    if not roles.keys() & {"kommune", "points", "history"}:
        notes.add(
            "stop",
            None,
            "Fant ingen ark som heter Kommune, Poeng eller Historikk",
            "Bruk malen, eller gi arkene navnene fra malen.",
        )
    elif not found and not notes.has_errors():
        notes.error(None, "Filen har ingen evalueringer", "Fyll ut minst én rad under overskriftene.")
    for entered in found:
        check_evaluation(entered, reference)
    return found


def _mention_hidden_sheets(roles: dict[str, Sheet], notes: Notes) -> None:
    for sheet in roles.values():
        if sheet.hidden:
            notes.on(sheet.name).information(None, "Arket er skjult, men blir lest", "Vis arket og se over det.")
