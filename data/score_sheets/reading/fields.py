"""Reads the fields of an evaluation as a whole: municipality, year, version, source and others."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

from data.language import N_, _
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading import cell_values as values
from data.score_sheets.reading.cell_values import Unreadable, shown
from data.score_sheets.reading.headings import FIELDS
from data.score_sheets.reference_data import DIGITS, ReferenceData
from data.score_sheets.submitted import Figure, SubmittedEvaluation

Read = TypeVar("Read")
COUNTRIES = {
    "norge": "NO", "noreg": "NO", "norway": "NO", "sverige": "SE", "sweden": "SE", "danmark": "DK", "denmark": "DK",
    "finland": "FI", "suomi": "FI", "island": "IS", "færøyene": "FO", "grønland": "GL", "åland": "AX",
}  # fmt: skip
DATASETS = {N_("virkelig"): "real", N_("eksempel"): "example"}
BASES = {N_("oppgitt"): "stated", N_("avledet"): "derived"}
VERSION_BASES = {N_("ja"): "stated", N_("sluttet"): "inferred"}


def parse_cell(read: Callable[[Any], Read], value: Any, collector: FindingCollector, cell: str) -> Read | None:
    """Return the converted value; None if the cell is empty, or unreadable, which adds an error."""
    if values.is_empty(value):
        return None
    try:
        return read(value)
    except Unreadable as unreadable:
        collector.error(unreadable.code, cell, unreadable.found, unreadable.remedy, unreadable.expected)
        return None


def read_fields(submitted: SubmittedEvaluation, given: dict[str, tuple[Any, str]], reference: ReferenceData) -> None:
    """Set the fields from their cells, and add findings on missing and unreadable ones."""
    collector = submitted.collector
    submitted.cells = {name: cell for name, (value, cell) in given.items()}
    _note_hidden_signs(given, collector)
    readers = _readers(reference)
    for name, (value, cell) in given.items():
        if name in readers and (read := parse_cell(readers[name], value, collector, cell)) is not None:
            setattr(submitted, name, read)
    _note_version_from_year(submitted, given, reference)
    # After the loop: the number depends on the country, the total on the version.
    _read_number(submitted, given)
    _read_year(submitted, given, reference)
    _read_total(submitted, given, reference)
    _note_missing_fields(submitted, given)


def _note_missing_fields(submitted: SubmittedEvaluation, given: dict[str, tuple[Any, str]]) -> None:
    required = {
        "number": _("Skriv kommunenummeret, for eksempel 1612."),
        "name": _("Skriv navnet på kommunen."),
        "year": _("Skriv årstallet for evalueringen."),
        "version": _("Velg versjonen av Kommunekompasset."),
    }
    for name, remedy in required.items():
        if values.is_empty(given.get(name, (None, ""))[0]):
            found = _("{field} er ikke fylt ut", field=_(FIELDS[name]))
            submitted.collector.error("field_empty", submitted.cell(name), found, remedy)


def _readers(reference: ReferenceData) -> dict[str, Callable[[Any], Any]]:
    return {
        "dataset": lambda value: DATASETS[values.one_of(value, tuple(DATASETS))],
        "country": _country,
        "name": _name,
        "county": values.text_of,
        "population": values.inhabitants,
        "population_date": values.day_of,
        "version": lambda value: version(value, reference),
        "report": values.text_of,
        "source": lambda value: values.text_of(value, 1000),
        "income_group": lambda value: values.INCOMES[values.one_of(value, tuple(values.INCOMES))],
        "kostra_group": values.text_of,
        "basis": lambda value: BASES[values.one_of(value, tuple(BASES))],
        "version_basis": lambda value: VERSION_BASES[values.one_of(value, tuple(VERSION_BASES))],
    }


def _country(value: Any) -> str:
    entered = values.text_of(value)
    code = COUNTRIES.get(entered.lower(), entered.upper())
    if re.fullmatch("[A-Z]{2}", code):
        return code
    remedy = values.with_guess(_("Skriv landkoden med to bokstaver."), entered.lower(), tuple(COUNTRIES))
    raise Unreadable("not_a_country", _("«{said}» er ikke et land", said=shown(value)), remedy, _("NO, SE, DK …"))


def _name(value: Any) -> str:
    name = values.text_of(value)
    if not any(sign.isalpha() for sign in name):
        found = _("«{said}» er ikke et navn på en kommune", said=shown(value))
        raise Unreadable("not_a_name", found, _("Skriv navnet på kommunen."))
    return name


def version(value: Any, reference: ReferenceData) -> str:
    """Return a version of the instrument; 2, 2.0 and 2,0 are equal, and a year is the version introduced then."""
    entered = values.code(value)
    for candidate in (entered, f"{entered}.0"):
        if candidate in reference.versions:
            return candidate
    if introduced := reference.version_introduced(entered):
        return introduced
    # Only versions of the family that was written: another one is counted in other points.
    same_family = tuple(known for known in reference.versions if known.partition(".")[:2] == entered.partition(".")[:2])
    remedy = values.with_guess(_("Velg fra listen."), entered, same_family)
    expected = _("{known:commas}", known=reference.versions)
    raise Unreadable("unknown_version", _("Versjon «{said}» finnes ikke", said=shown(entered)), remedy, expected)


def _note_version_from_year(
    submitted: SubmittedEvaluation, given: dict[str, tuple[Any, str]], reference: ReferenceData
) -> None:
    value, cell = given.get("version", (None, ""))
    if submitted.version is None or (label := values.code(value)) in reference.versions:
        return
    if reference.version_introduced(label) == submitted.version:
        found = _(
            "Versjon «{said}» leses som versjon {version}, som kom i {said}", said=label, version=submitted.version
        )
        remedy = _("Mente du en annen versjon, må du rette den.")
        submitted.collector.information("version_from_year", cell, found, remedy)


def _read_number(submitted: SubmittedEvaluation, given: dict[str, tuple[Any, str]]) -> None:
    value, cell = given.get("number", (None, ""))
    submitted.number = parse_cell(lambda entered: _number(entered, submitted.country), value, submitted.collector, cell)


def _number(value: Any, country: str) -> str:
    digits = DIGITS.get(country)
    entered = values.code(value).removeprefix(f"{country}-").replace(" ", "")
    number = entered.zfill(digits) if digits and entered.isdecimal() else entered
    fits = re.fullmatch(rf"[0-9]{{{digits}}}", number) if digits else re.fullmatch("[0-9A-Za-z-]{1,12}", number)
    if not fits or (digits and not number.strip("0")):
        found = _("«{said}» er ikke et kommunenummer", said=shown(value))
        if digits:
            remedy = _("Skriv kommunenummeret med {digits} sifre.", digits=digits)
            expected = _("{digits} sifre", digits=digits)
        else:
            remedy = _("Skriv kommunenummeret med sifre og bokstaver.")
            expected = _("sifre og bokstaver")
        raise Unreadable("not_a_municipality_number", found, remedy, expected)
    # Foreign numbers get the country as prefix, since they can equal Norwegian ones.
    return number if country == "NO" else f"{country}-{number}"


def _read_year(submitted: SubmittedEvaluation, given: dict[str, tuple[Any, str]], reference: ReferenceData) -> None:
    value, cell = given.get("year", (None, ""))
    year_and_basis = parse_cell(
        lambda entered: values.year(entered, reference.this_year), value, submitted.collector, cell
    )
    if year_and_basis:
        submitted.year, submitted.year_basis = year_and_basis


def _read_total(submitted: SubmittedEvaluation, given: dict[str, tuple[Any, str]], reference: ReferenceData) -> None:
    value, cell = given.get("total", (None, ""))
    maximum = reference.maximum(submitted.version or "2.1", "0") or 800
    total = parse_cell(lambda entered: values.points(entered, maximum, whole=True), value, submitted.collector, cell)
    if total is not None:
        submitted.figures["0"] = Figure(total, f"{submitted.sheet}!{cell}")


def _note_hidden_signs(given: dict[str, tuple[Any, str]], collector: FindingCollector) -> None:
    for value, cell in given.values():
        if isinstance(value, str) and values.has_hidden_signs(value):
            mention_hidden_signs(cell, collector)


def mention_hidden_signs(cell: str, collector: FindingCollector) -> None:
    """Add a finding that a text had invisible characters."""
    remedy = _("De er tatt bort; skriv teksten på nytt om noe mangler.")
    collector.information("hidden_signs", cell, _("Teksten har skjulte tegn"), remedy)
