"""The names of sheets and columns, and how they are recognised: the one place that knows their words."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.language import N_, Sentence, _
from data.plans import words
from data.plans.workbook.columns import ABOUT, MEASURES, QUESTIONS, SHEETS_OF_ROWS, Column
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading.headings import comparable, every, header, roles_by_name, values_by_label
from data.score_sheets.reading.workbook import Sheet

SHEETS: Mapping[str, str] = {
    "guide": N_("Veiledning"),
    "programme": N_("Program"),
    "measures": N_("Tiltak"),
    "questions": N_("Spørsmål"),
    "remarks": N_("Svakheter"),
    "phases": N_("Faser"),
    "evidence": N_("Dokumentasjon"),
    "money": N_("Penger"),
    "lists": N_("Lister"),
}
WHOLE_PROGRAMME = N_("programmet")
"""Stands in place of a measure's number where a row is of the programme itself."""
SYNONYMS_OF_WHOLE = (N_("program"), N_("hele programmet"))
DATASETS: Mapping[str, str] = {"real": N_("virkelig"), "example": N_("eksempel")}


def sheet_name(role: str) -> str:
    """Return the name of the sheet with this role."""
    return _(SHEETS[role])


def told_in_place(text: str) -> Sentence:
    """Return a step of the guide or the help of a column, with the names of sheets, columns and choices it takes up."""
    return _(
        text,
        **{role: sheet_name(role) for role in SHEETS},
        dataset=heading_of("dataset"),
        event=heading_of("event"),
        number=heading_of("number", MEASURES),
        waits_for=heading_of("waits_for", MEASURES),
        code=heading_of("code", QUESTIONS),
        programme_id=heading_of("programme"),
        area=heading_of("parent", MEASURES),
        id=heading_of("measure", MEASURES),
        stopped=_(words.STATUS_NAMES["stopped"]),
        whole=_(WHOLE_PROGRAMME),
        datasets=dataset_words(),
        levels=_told(words.LEVEL_NAMES),
        remark_kinds=_told(words.REMARK_NAMES),
        kinds_of_money=_told(words.KIND_OF_MONEY_NAMES),
        steps_of_money=_told(words.STEP_NAMES),
    )


def heading_of(field: str, columns: Sequence[Column] = ABOUT) -> Sentence:
    """Return the heading or label of a field."""
    return next(_(column.heading) for column in columns if column.field == field)


def dataset_words() -> list[Sentence]:
    """Return the words for the datasets."""
    return _told(DATASETS)


def known_datasets() -> Mapping[str, str]:
    """Return the datasets by the words for them in every language, and by their codes."""
    said = {comparable(word): name for name, own in DATASETS.items() for word in every(own)}
    return said | {comparable(own): name for name, own in DATASETS.items()} | {name: name for name in DATASETS}


def is_programme(said: str) -> bool:
    """Return whether a cell names the whole programme instead of a measure, in any language."""
    own = {comparable(word) for message in (WHOLE_PROGRAMME, *SYNONYMS_OF_WHOLE) for word in every(message)}
    return comparable(said) in own


def _told(names: Mapping[Any, str]) -> list[Sentence]:
    return [_(name) for name in names.values()]


def sheets_by_role(sheets: list[Sheet], collector: FindingCollector) -> dict[str, Sheet]:
    """Return the sheets by role, recognised by their names."""
    return roles_by_name(sheets, SHEETS, collector)


def columns_in(role: str, sheet: Sheet, collector: FindingCollector) -> tuple[int, dict[str, int]]:
    """Return the row of the headings and the column of each field; row 0 and no columns if there are none."""
    row, columns = header(sheet, _headings(SHEETS_OF_ROWS[role]), collector)
    return row, {_field(name): at for name, at in columns.items()}


def fields_in(columns: Sequence[Column], sheet: Sheet, collector: FindingCollector) -> dict[str, tuple[Any, str]]:
    """Return value and cell by field of a sheet with one label a row."""
    given = values_by_label(sheet, _headings(columns), collector)
    return {_field(name): value for name, value in given.items()}


def _headings(columns: Sequence[Column]) -> dict[str, str]:
    # Named apart from the fields of score sheets, some of whose synonyms mean other things here.
    return {f"plan.{column.field}": column.heading for column in columns}


def _field(name: str) -> str:
    return name.removeprefix("plan.")
