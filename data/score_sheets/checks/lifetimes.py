"""Checks that the municipality of an evaluation existed in its year, and says what it became or came from."""

from collections.abc import Iterable
from datetime import date, timedelta

from data.language import Sentence, _, joined
from data.score_sheets.known_municipalities import KnownMunicipalities, Succession, without_country
from data.score_sheets.reference_data import ReferenceData
from data.score_sheets.submitted import SubmittedEvaluation


def check_lifetime(submitted: SubmittedEvaluation, reference: ReferenceData) -> None:
    """Add a finding if the municipality did not exist in the year, whichever of its numbers the sheet has.

    A year that is only the latest possible may be an earlier one, in which the municipality still existed.
    """
    if submitted.number is None or submitted.year is None:
        return
    key, known = reference.key(submitted.country, submitted.number), reference.municipalities
    registrations = known.registrations.get(key)
    if not registrations:
        return
    first = min(each.valid_from or date.min for each in registrations)
    last = max(each.valid_to or date.max for each in registrations)
    if first.year > submitted.year:
        _note(submitted, key, known, "municipality_not_yet", _beginning(submitted, key, first, known))
    elif last.year < submitted.year and submitted.year_basis != "latest possible":
        _note(submitted, key, known, "municipality_no_longer", _end(submitted, key, last, known))


def _note(submitted: SubmittedEvaluation, key: str, known: KnownMunicipalities, code: str, found: Sentence) -> None:
    remedy = _("Rett året eller nummeret, eller bekreft at kilden er slik.")
    if numbers := _numbers_of_namesakes(submitted, key, known):
        remedy = joined(_("Mente du {guess:or}?", guess=numbers), remedy)
    submitted.collector.warning(code, submitted.cell("number"), found, remedy)


def _numbers_of_namesakes(submitted: SubmittedEvaluation, key: str, known: KnownMunicipalities) -> tuple[str, ...]:
    """Return the numbers of others of the same name in the year: Øygarden was 1259 before it was 4626."""
    year = submitted.year or 0
    keys = known.namesakes(submitted.country, known.name(key), year)
    return tuple(number for other in keys if other != key and (number := known.number_in(other, year)))


def _end(submitted: SubmittedEvaluation, key: str, last: date, known: KnownMunicipalities) -> Sentence:
    day_after = last + timedelta(1)
    after = [each for each in known.successions if each.from_key == key != each.to_key and each.date == day_after]
    year = submitted.year or 0
    values = _values(submitted, key, known) | {
        "date": day_after,
        "after": tuple(_named(each.to_key, each.to_name, year, known) for each in after),
    }
    if len(after) == 1:
        return _("{name} ({number}) fantes ikke i {year}: kommunen ble en del av {after} {date}", **values)
    if after:
        return _("{name} ({number}) fantes ikke i {year}: kommunen ble delt mellom {after} {date}", **values)
    return _("{name} ({number}) fantes ikke i {year}: kommunen tok slutt {date}", **values)


def _beginning(submitted: SubmittedEvaluation, key: str, first: date, known: KnownMunicipalities) -> Sentence:
    before = [each for each in known.successions if each.to_key == key != each.from_key and each.date == first]
    values = _values(submitted, key, known) | {
        "date": first,
        "before": tuple(_origins(before, submitted.year or 0, known)),
    }
    if before:
        return _("{name} ({number}) fantes ikke ennå i {year}: kommunen ble dannet {date} av {before}", **values)
    return _("{name} ({number}) fantes ikke ennå i {year}: kommunen ble dannet {date}", **values)


def _origins(before: Iterable[Succession], year: int, known: KnownMunicipalities) -> Iterable[Sentence]:
    """Yield what the municipality was formed of, whole municipalities first."""
    for each in sorted(before, key=lambda each: each.kind != "merge"):
        named = _named(each.from_key, each.from_name, year, known)
        yield named if each.kind == "merge" else _("en del av {municipality}", municipality=named)


def _named(key: str, name: str, year: int, known: KnownMunicipalities) -> Sentence:
    """Return a municipality with the number it had in the year, or else its first one."""
    number = known.number_in(key, year) or without_country(key)
    return _("{name} ({number})", name=known.name(key, name), number=number)


def _values(submitted: SubmittedEvaluation, key: str, known: KnownMunicipalities) -> dict[str, object]:
    number = without_country(submitted.number or "")
    return {"name": known.name(key), "number": number, "year": submitted.year}
