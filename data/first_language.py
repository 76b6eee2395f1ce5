"""The language of a visit: the one asked for, else the municipality's own decision, else the browser's, else bokmål."""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from urllib.parse import parse_qs

from data.register import FOLDER
from data.speaking import LANGUAGES, SOURCE, is_known

PARAMETER = "spraak"
"""The name of the language in an address."""
SAME_AS = {"no": "nb"}
"""Codes that browsers send for a language we have under another."""


def language_of_visit(query: str, accepted: str) -> str:
    """Return the language of a visit, by the query of its address and what its browser accepts (`nn-NO,nn;q=0.9`)."""
    parameters = parse_qs(query)
    asked = parameters.get(PARAMETER, [""])[0]
    if is_known(asked):
        return asked
    [number] = parameters.get("kommune", [""])[:1]
    return decided_by(number) or _preferred(accepted) or SOURCE


def decided_by(number: str) -> str | None:
    """Return `nb` or `nn` as a municipality has decided for itself, an old number as its successors have.

    None where it is neutral or not known, or where its successors differ.
    """
    decisions = _decisions()
    seen, now = set(), {number}
    while now and not now <= decisions.keys():
        seen |= now
        further = {after for before in now - decisions.keys() for after in _successors().get(before, ())}
        now = (now & decisions.keys()) | (further - seen)
    found = {decisions[number] for number in now}
    [decision] = found if len(found) == 1 else [None]
    return decision if decision in LANGUAGES else None


def _preferred(accepted: str) -> str | None:
    """Return the first language we have of those a browser accepts, the most wanted first."""
    wanted = sorted(_with_weight(accepted), key=lambda one: -one[1])
    codes = (SAME_AS.get(code, code) for code, weight in wanted if weight > 0)
    return next((code for code in codes if code in LANGUAGES), None)


def _with_weight(accepted: str) -> Iterator[tuple[str, float]]:
    for part in accepted.split(","):
        tag, _semicolon, weight = part.partition(";")
        try:
            yield tag.strip().lower().split("-")[0], float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            continue


@cache
def _decisions() -> Mapping[str, str]:
    return {row["number"]: row["language"] for row in _read("language_no")}


@cache
def _successors() -> Mapping[str, set[str]]:
    successors: dict[str, set[str]] = {}
    for row in _read("municipality_changes_no"):
        if row["from_number"] != row["to_number"]:
            successors.setdefault(row["from_number"], set()).add(row["to_number"])
    return successors


def _read(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
