"""Which figures the address asks for: dataset and event, and the municipality a first visit opens."""

import polars as pl

from data.norwegian import listed
from data.opening import open_store
from pages.parts import answers
from pages.parts.address import complete, remember, word
from pages.parts.links import Pinned
from queries.caching import cached
from queries.reading import DATASETS, Reading, UnknownChoice, read

FIRST_SHOWN = "1612"
"""A first visit opens Hemne, whose printed report is the reason for the tool."""


def complete_address() -> None:
    """Write municipality, year and dataset into an address that leaves them out."""
    before = remember()
    dataset = word("datasett") or before.get("datasett", "real")
    reading = read(open_store(), dataset if dataset in DATASETS else "real")
    number = word("kommune") or before.get("kommune") or default_municipality(reading)
    complete({"kommune": number, "aar": newest_year(reading, number), "datasett": dataset, **before})


def default_municipality(reading: Reading) -> str:
    """Return the number of the municipality a first visit opens; nothing where none is evaluated."""
    if newest_year(reading, FIRST_SHOWN):
        return FIRST_SHOWN
    newest = answers.asked(reading, "newest")
    return FIRST_SHOWN if newest.is_empty() else str(newest["number"][0])


def newest_year(reading: Reading, number: str) -> str:
    """Return the year of a municipality's newest evaluation; nothing where it has none."""
    try:
        return str(answers.evaluations(reading, number)[-1].year)
    except UnknownChoice:
        return ""


def chosen_reading() -> Reading:
    """Return the dataset and event the address names; the real figures as they are now where it names none."""
    return asked_reading()[0]


def asked_reading() -> tuple[Reading, list[str]]:
    """Return the same, and the sentences that tell where the address names what does not exist."""
    dataset, event = word("datasett") or "real", word("stand")
    sentences = []
    if dataset not in DATASETS:
        sentences.append(f"Datasettet «{dataset}» finnes ikke. Her vises de virkelige tallene.")
        dataset = "real"
    newest = read(open_store(), dataset)
    if event is None:
        return newest, sentences
    if event.isdecimal() and len(event) < 10 and 1 <= int(event) <= newest.as_of:
        return Pinned(newest.store, dataset, int(event)), sentences
    sentences.append(
        f"Stand «{event}» finnes ikke; hendelsene er nummerert fra 1 til {newest.as_of}. Her vises de nyeste tallene."
    )
    return newest, sentences


@cached
def family_names(reading: Reading) -> dict[int, str]:
    """Return the families with any evaluation, each named by its versions: `versjon 2.0 og 2.1`."""
    measured = set(answers.asked(reading, "families")["family"])
    versions = answers.asked(reading, "instrument_areas").group_by("family").agg(pl.col("version").unique().sort())
    return {
        family: f"versjon {listed(names)}"
        for family, names in versions.sort("family").iter_rows()
        if family in measured
    }
