"""Checks of the municipality and the dataset of an evaluation."""

from data.language import _, joined
from data.score_sheets.known_municipalities import LANDS, without_country
from data.score_sheets.reading.cell_values import shown
from data.score_sheets.reference_data import ReferenceData
from data.score_sheets.submitted import SubmittedEvaluation


def check_municipality(submitted: SubmittedEvaluation, reference: ReferenceData, dataset: str) -> None:
    """Add a finding if number and name do not match those of a known municipality."""
    if submitted.number is None or submitted.name is None:
        return
    key = reference.key(submitted.country, submitted.number)
    if reference.names.get(key):
        if not reference.municipalities.is_called(key, submitted.name):
            _note_other_name(submitted, submitted.name, key, reference)
    elif land := _land_of(submitted, submitted.name, reference):
        _note_other_country(submitted, submitted.name, land)
    elif submitted.country in LANDS:
        _note_unknown_number(submitted, submitted.name, reference, dataset)


def _note_other_name(submitted: SubmittedEvaluation, name: str, key: str, reference: ReferenceData) -> None:
    found = _(
        "Nummer {number} er {known:or} hos oss, og arket sier «{name}»",
        number=without_country(submitted.number or ""),
        known=tuple(sorted(reference.names[key])),
        name=shown(name),
    )
    remedy = _("Rett nummeret eller navnet, eller bekreft at navnet er nytt.")
    if numbers := _numbers_of(submitted, name, reference):
        remedy = joined(_("Mente du {guess:or}?", guess=numbers), remedy)
    submitted.collector.warning("other_name", submitted.cell("name"), found, remedy)


def _numbers_of(submitted: SubmittedEvaluation, name: str, reference: ReferenceData) -> tuple[str, ...]:
    """Return the numbers of the municipalities of this name, of those that existed in the year if any did."""
    keys = reference.municipalities.namesakes(submitted.country, name, submitted.year)
    return tuple(without_country(number) for key in keys for number in reference.numbers.get(key, (key,)))


def _note_other_country(submitted: SubmittedEvaluation, name: str, land: str) -> None:
    found = _(
        "{name} ({number}) er en kommune i {land}, og arket sier landet er {country}",
        name=shown(name),
        number=without_country(submitted.number or ""),
        land=land,
        country=submitted.country,
    )
    remedy = _("Skriv {land} under Land, eller bekreft at det er en annen kommune.", land=land)
    submitted.collector.warning("other_country", submitted.cell("number"), found, remedy)


def _land_of(submitted: SubmittedEvaluation, name: str, reference: ReferenceData) -> str | None:
    """Return the other country whose register has both this number and this name."""
    number = without_country(submitted.number or "")
    for land in LANDS:
        key = reference.key(land, number if land == "NO" else f"{land}-{number}")
        if land != submitted.country and reference.municipalities.is_called(key, name):
            return land
    return None


def _note_unknown_number(submitted: SubmittedEvaluation, name: str, reference: ReferenceData, dataset: str) -> None:
    """Add a finding if the name has another number, or nearly equals a known name; else a new number is accepted."""
    number = without_country(submitted.number or "")
    if numbers := _numbers_of(submitted, name, reference):
        found = _(
            "Vi kjenner {name} med nummer {known:or}, ikke {number}", name=shown(name), known=numbers, number=number
        )
        remedy = _("Rett nummeret, eller bekreft at det er en annen kommune.")
        submitted.collector.warning("other_number", submitted.cell("number"), found, remedy)
    elif near_name := reference.municipalities.near_name(submitted.country, name):
        key = reference.municipalities.namesakes(submitted.country, near_name, submitted.year)[0]
        found = _("Kommunen {number} {name} er ny hos oss", number=number, name=shown(name))
        remedy = _(
            "Mente du {guess} {known:or}? Rett i så fall navn og nummer.",
            guess=reference.municipalities.number_in(key, submitted.year or 0) or without_country(key),
            known=tuple(sorted(reference.names[key])),
        )
        submitted.collector.information("new_municipality", submitted.cell("name"), found, remedy)
    elif dataset == "real":
        # Of the invented municipalities of the example none has a number that exists.
        found = _("Nummer {number} finnes ikke i kommuneregisteret", number=number)
        remedy = _("Sjekk nummeret. Er det riktig, leses arket inn med det.")
        submitted.collector.information("number_not_in_register", submitted.cell("number"), found, remedy)


def check_dataset(submitted: SubmittedEvaluation, dataset: str) -> None:
    """Add a finding if the sheet is marked for another dataset than the chosen one."""
    cell = submitted.cell("dataset")
    if submitted.dataset == "example" and dataset == "real":
        found = _("Arket er merket «eksempel» og kan bare leses inn i eksempeldataene")
        submitted.collector.error("example_into_real", cell, found, _("Velg eksempeldata, eller rett merket."))
    elif submitted.dataset == "real" and dataset == "example":
        found = _("Arket er merket «virkelig», og du har valgt eksempeldataene")
        submitted.collector.warning("real_into_example", cell, found, _("Velg virkelige data, eller bekreft."))
