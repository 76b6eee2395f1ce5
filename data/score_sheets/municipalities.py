"""Checks which municipality and which dataset an evaluation is of."""

from data.language import _, joined
from data.score_sheets.entered import Entered
from data.score_sheets.known import Known, plain_name
from data.score_sheets.values import shown


def check_municipality(entered: Entered, known: Known) -> None:
    """Take down where number and name do not belong together, as far as we know them."""
    if entered.number is None or entered.name is None:
        return
    key = known.key(entered.country, entered.number)
    names = known.names.get(key, frozenset())
    if names and plain_name(entered.name) not in {plain_name(name) for name in names}:
        _other_name(entered, entered.name, key, known)
    elif not names and entered.country == "NO":
        _unknown_number(entered, entered.name, known)


def _other_name(entered: Entered, name: str, key: str, known: Known) -> None:
    found = _(
        "Nummer {number} er {known:or} hos oss, og arket sier «{name}»",
        number=entered.number,
        known=tuple(sorted(known.names[key])),
        name=shown(name),
    )
    remedy = _("Rett nummeret eller navnet, eller bekreft at navnet er nytt.")
    if same := _numbers_of(name, known):
        remedy = joined(_("Mente du {guess:or}?", guess=same), remedy)
    entered.notes.warning("other_name", entered.cell("name"), found, remedy)


def _numbers_of(name: str, known: Known) -> tuple[str, ...]:
    key = known.key_by_name.get(plain_name(name))
    return known.numbers.get(key, (key,)) if key else ()


def _unknown_number(entered: Entered, name: str, known: Known) -> None:
    """A number unknown to us is fine, unless its name is one we know by another number."""
    if same := _numbers_of(name, known):
        found = _(
            "Vi kjenner {name} med nummer {known:or}, ikke {number}",
            name=shown(name),
            known=same,
            number=entered.number,
        )
        remedy = _("Rett nummeret, eller bekreft at det er en annen kommune.")
        entered.notes.warning("other_number", entered.cell("number"), found, remedy)
    elif near := known.near_name(name):
        key = known.key_by_name[near]
        found = _("Kommunen {number} {name} er ny hos oss", number=entered.number, name=shown(name))
        remedy = _(
            "Mente du {guess} {known:or}? Rett i så fall navn og nummer.",
            guess=key,
            known=tuple(sorted(known.names[key])),
        )
        entered.notes.information("new_municipality", entered.cell("name"), found, remedy)


def check_dataset(entered: Entered, dataset: str) -> None:
    """Take down where a sheet is marked for another dataset than the one chosen."""
    cell = entered.cell("dataset")
    if entered.dataset == "example" and dataset == "real":
        found = _("Arket er merket «eksempel» og kan bare leses inn i eksempeldataene")
        entered.notes.error("example_into_real", cell, found, _("Velg eksempeldata, eller rett merket."))
    elif entered.dataset == "real" and dataset == "example":
        found = _("Arket er merket «virkelig», og du har valgt eksempeldataene")
        entered.notes.warning("real_into_example", cell, found, _("Velg virkelige data, eller bekreft."))
