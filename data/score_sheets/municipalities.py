"""Checks which municipality and which dataset an evaluation is of."""

from difflib import get_close_matches

from data.norwegian import listed
from data.score_sheets.entered import Entered
from data.score_sheets.known import Known
from data.score_sheets.values import shown

EXAMPLE = " (eksempel)"


def check_municipality(entered: Entered, known: Known) -> None:
    """Take down where number and name do not belong together, as far as we know them."""
    if entered.number is None or entered.name is None:
        return
    key = known.key(entered.country, entered.number)
    names = {_bare(name) for name in known.names.get(key, ())}
    if names and _bare(entered.name) not in names:
        _other_name(entered, key, known)
    elif not names and entered.country == "NO":
        _guess(entered, known)


def _bare(name: str) -> str:
    return name.removesuffix(EXAMPLE).casefold().replace("\u00ad", "").removesuffix(" kommune").strip()


def _other_name(entered: Entered, key: str, known: Known) -> None:
    same = _numbers_of(entered.name or "", known)
    guess = f"Mente du {same}? " if same else ""
    ours = listed(sorted(known.names[key]), "eller")
    entered.notes.warning(
        entered.cell("name"),
        f"Nummer {entered.number} er {ours} hos oss, og arket sier «{shown(entered.name)}»",
        f"{guess}Rett nummeret eller navnet, eller bekreft at navnet er nytt.",
    )


def _numbers_of(name: str, known: Known) -> str | None:
    keys = [key for key, names in known.names.items() if _bare(name) in {_bare(one) for one in names}]
    return listed(known.numbers.get(keys[0], (keys[0],)), "eller") if keys else None


def _guess(entered: Entered, known: Known) -> None:
    """A number unknown to us is fine, unless its name is one we know by another number."""
    name = entered.name or ""
    if same := _numbers_of(name, known):
        entered.notes.warning(
            entered.cell("number"),
            f"Vi kjenner {shown(name)} med nummer {same}, ikke {entered.number}",
            "Rett nummeret, eller bekreft at det er en annen kommune.",
        )
        return
    names = {_bare(one): (one, key) for key, all_names in known.names.items() for one in all_names if "-" not in key}
    if near := get_close_matches(_bare(name), names, n=1, cutoff=0.85):
        known_name, key = names[near[0]]
        found = f"Kommunen {entered.number} {shown(name)} er ny hos oss"
        entered.notes.information(
            entered.cell("name"), found, f"Mente du {key} {known_name}? Rett i så fall navn og nummer."
        )


def check_dataset(entered: Entered, dataset: str) -> None:
    """Take down where a sheet is marked for another dataset than the one chosen."""
    cell = entered.cell("dataset")
    if entered.dataset == "example" and dataset == "real":
        found = "Arket er merket «eksempel» og kan bare leses inn i eksempeldataene"
        entered.notes.error(cell, found, "Velg eksempeldata, eller rett merket.")
    elif entered.dataset == "real" and dataset == "example":
        found = "Arket er merket «virkelig», og du har valgt eksempeldataene"
        entered.notes.warning(cell, found, "Velg virkelige data, eller bekreft.")
