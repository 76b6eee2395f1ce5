"""Checks which municipality and which dataset an evaluation is of."""

from data.norwegian import listed
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
    same = _numbers_of(name, known)
    ours = listed(sorted(known.names[key]), "eller")
    entered.notes.warning(
        entered.cell("name"),
        f"Nummer {entered.number} er {ours} hos oss, og arket sier «{shown(name)}»",
        f"{f'Mente du {same}? ' if same else ''}Rett nummeret eller navnet, eller bekreft at navnet er nytt.",
    )


def _numbers_of(name: str, known: Known) -> str | None:
    key = known.key_by_name.get(plain_name(name))
    return listed(known.numbers.get(key, (key,)), "eller") if key else None


def _unknown_number(entered: Entered, name: str, known: Known) -> None:
    """A number unknown to us is fine, unless its name is one we know by another number."""
    if same := _numbers_of(name, known):
        entered.notes.warning(
            entered.cell("number"),
            f"Vi kjenner {shown(name)} med nummer {same}, ikke {entered.number}",
            "Rett nummeret, eller bekreft at det er en annen kommune.",
        )
    elif near := known.near_name(name):
        key = known.key_by_name[near]
        ours = listed(sorted(known.names[key]), "eller")
        found = f"Kommunen {entered.number} {shown(name)} er ny hos oss"
        entered.notes.information(entered.cell("name"), found, f"Mente du {key} {ours}? Rett i så fall navn og nummer.")


def check_dataset(entered: Entered, dataset: str) -> None:
    """Take down where a sheet is marked for another dataset than the one chosen."""
    cell = entered.cell("dataset")
    if entered.dataset == "example" and dataset == "real":
        found = "Arket er merket «eksempel» og kan bare leses inn i eksempeldataene"
        entered.notes.error(cell, found, "Velg eksempeldata, eller rett merket.")
    elif entered.dataset == "real" and dataset == "example":
        found = "Arket er merket «virkelig», og du har valgt eksempeldataene"
        entered.notes.warning(cell, found, "Velg virkelige data, eller bekreft.")
