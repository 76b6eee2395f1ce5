"""Checks of the municipality and the dataset of an evaluation."""

from data.language import _, joined
from data.score_sheets.reading.cell_values import shown
from data.score_sheets.reference_data import ReferenceData, comparable_name
from data.score_sheets.submitted import SubmittedEvaluation


def check_municipality(submitted: SubmittedEvaluation, reference: ReferenceData) -> None:
    """Add a finding if number and name do not match those of a known municipality."""
    if submitted.number is None or submitted.name is None:
        return
    key = reference.key(submitted.country, submitted.number)
    names = reference.names.get(key, frozenset())
    if names and comparable_name(submitted.name) not in {comparable_name(name) for name in names}:
        _note_other_name(submitted, submitted.name, key, reference)
    elif not names and submitted.country == "NO":
        _note_unknown_number(submitted, submitted.name, reference)


def _note_other_name(submitted: SubmittedEvaluation, name: str, key: str, reference: ReferenceData) -> None:
    found = _(
        "Nummer {number} er {known:or} hos oss, og arket sier «{name}»",
        number=submitted.number,
        known=tuple(sorted(reference.names[key])),
        name=shown(name),
    )
    remedy = _("Rett nummeret eller navnet, eller bekreft at navnet er nytt.")
    if numbers := _numbers_of(name, reference):
        remedy = joined(_("Mente du {guess:or}?", guess=numbers), remedy)
    submitted.collector.warning("other_name", submitted.cell("name"), found, remedy)


def _numbers_of(name: str, reference: ReferenceData) -> tuple[str, ...]:
    key = reference.key_by_name.get(comparable_name(name))
    return reference.numbers.get(key, (key,)) if key else ()


def _note_unknown_number(submitted: SubmittedEvaluation, name: str, reference: ReferenceData) -> None:
    """Add a finding if the name has another number, or nearly equals a known name; else a new number is accepted."""
    if numbers := _numbers_of(name, reference):
        found = _(
            "Vi kjenner {name} med nummer {known:or}, ikke {number}",
            name=shown(name),
            known=numbers,
            number=submitted.number,
        )
        remedy = _("Rett nummeret, eller bekreft at det er en annen kommune.")
        submitted.collector.warning("other_number", submitted.cell("number"), found, remedy)
    elif near_name := reference.near_name(name):
        key = reference.key_by_name[near_name]
        found = _("Kommunen {number} {name} er ny hos oss", number=submitted.number, name=shown(name))
        remedy = _(
            "Mente du {guess} {known:or}? Rett i så fall navn og nummer.",
            guess=key,
            known=tuple(sorted(reference.names[key])),
        )
        submitted.collector.information("new_municipality", submitted.cell("name"), found, remedy)


def check_dataset(submitted: SubmittedEvaluation, dataset: str) -> None:
    """Add a finding if the sheet is marked for another dataset than the chosen one."""
    cell = submitted.cell("dataset")
    if submitted.dataset == "example" and dataset == "real":
        found = _("Arket er merket «eksempel» og kan bare leses inn i eksempeldataene")
        submitted.collector.error("example_into_real", cell, found, _("Velg eksempeldata, eller rett merket."))
    elif submitted.dataset == "real" and dataset == "example":
        found = _("Arket er merket «virkelig», og du har valgt eksempeldataene")
        submitted.collector.warning("real_into_example", cell, found, _("Velg virkelige data, eller bekreft."))
