"""What the reader has chosen: dataset, municipality and year, and whom to compare with."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import polars as pl
import streamlit as st

from data.norwegian import listed
from data.opening import open_store
from pages.parts import answers
from pages.parts.address import choose, choose_several, complete, dropping, fall_back, remember, whole, word
from queries.comparison import GROUPS, Comparison
from queries.evaluation import Evaluation
from queries.reading import DATASETS, Reading, UnknownChoice, read

FIRST_SHOWN = "1612"
"""A first visit opens Hemne, whose printed report is the reason for the tool."""

GROUP_NAMES = {
    "alle": "alle vi har tall for",
    "storrelse": "samme størrelse",
    "fylke": "samme fylke",
    "kostra": "samme KOSTRA-gruppe",
    "inntekt": "samme inntektsgruppe",
    "utvalg": "eget utvalg",
}
GROUP_OF_WORD = dict(zip(GROUP_NAMES, GROUPS, strict=True))
ANY_AGE = "alle"
WINDOWS = (ANY_AGE, "3", "5", "8")


def complete_address() -> None:
    """Write municipality, year and dataset into an address that leaves them out."""
    before = remember()
    dataset = word("datasett") or before.get("datasett", "real")
    reading = read(open_store(), dataset if dataset in DATASETS else "real")
    number = word("kommune") or before.get("kommune") or default_municipality(reading)
    complete({"kommune": number, "aar": newest_year(reading, number), "datasett": dataset, **before})


def default_municipality(reading: Reading) -> str:
    """Return the number of the municipality a first visit opens; nothing where none is evaluated."""
    known = answers.asked(reading, "municipalities")
    if known.is_empty() or FIRST_SHOWN in known["number"]:
        return FIRST_SHOWN
    return str(known.sort("newest_year", "name", descending=[True, False])["number"][0])


def newest_year(reading: Reading, number: str) -> str:
    """Return the year of a municipality's newest evaluation; nothing where it has none."""
    try:
        return str(answers.evaluations(reading, number)[-1].year)
    except UnknownChoice:
        return ""


def chosen_reading() -> Reading:
    """Return the dataset and event the address names; the real figures as they are now where it names none."""
    return _asked_reading()[0]


def tell_unknown_reading() -> None:
    """Tell the reader where the address names a dataset or an event that does not exist."""
    for sentence in _asked_reading()[1]:
        fall_back(sentence)


def _asked_reading() -> tuple[Reading, list[str]]:
    dataset, event = word("datasett") or "real", word("stand")
    sentences = []
    if dataset not in DATASETS:
        sentences.append(f"Datasettet «{dataset}» finnes ikke. Her vises de virkelige tallene.")
        dataset = "real"
    newest = read(open_store(), dataset)
    if event is None:
        return newest, sentences
    if event.isdecimal() and len(event) < 10 and 1 <= int(event) <= newest.as_of:
        return replace(newest, as_of=int(event)), sentences
    sentences.append(
        f"Stand «{event}» finnes ikke; hendelsene er nummerert fra 1 til {newest.as_of}. Her vises de nyeste tallene."
    )
    return newest, sentences


def chosen_evaluation(reading: Reading, *, any_year: bool = True) -> Evaluation:
    """Draw the choice of municipality, and of year where that matters, and return the evaluation they name."""
    known = answers.asked(reading, "municipalities")
    if known.is_empty():
        st.info("Det er ingen evalueringer i dette datasettet ennå.")
        st.stop()
    ours = _municipality(reading)
    focus = _year(ours)
    with st.container(horizontal=True, key="choices"):
        choose_municipality(reading, "Kommune", focus.municipality)
        if any_year:
            _choose_year(ours, focus)
    return focus


def _choose_year(ours: list[Evaluation], focus: Evaluation) -> None:
    labels = {one.year: one.year_label for one in ours}
    choose("Evaluert", "aar", list(labels), focus.year, labels.__getitem__, also=dropping("referanse"))


def choose_municipality(reading: Reading, label: str, number: str) -> None:
    """Draw the choice of municipality; another one is shown in its newest year."""
    names = _searchable_names(reading)

    def newest(chosen: str) -> Mapping[str, str | None]:
        return {"aar": newest_year(reading, chosen), "referanse": None}

    choose(label, "kommune", list(names), number, names.__getitem__, also=newest)


def _municipality(reading: Reading) -> list[Evaluation]:
    try:
        return answers.evaluations(reading, word("kommune") or default_municipality(reading))
    except UnknownChoice as unknown:
        ours = answers.evaluations(reading, default_municipality(reading))
        fall_back(f"{unknown} Her vises {ours[-1].name}.")
        return ours


def _year(ours: list[Evaluation]) -> Evaluation:
    year = whole("aar") if word("aar") else None
    fitting = [one for one in ours if one.year == year]
    if year is not None and not fitting:
        fall_back(f"{ours[-1].name} er ikke evaluert i {year}. Her vises {ours[-1].year_label}.")
    return (fitting or ours)[-1]


@answers.kept
def _searchable_names(reading: Reading) -> dict[str, str]:
    """Name every number a municipality has had, so that typing any of them finds it."""
    numbers = dict(reading.ask("known_numbers").group_by("municipality_number").agg("number").iter_rows())
    return {
        row["number"]: f"{row['name']} ({', '.join(numbers.get(row['number'], [row['number']]))})"
        for row in answers.asked(reading, "municipalities").iter_rows(named=True)
    }


def chosen_comparison(reading: Reading, focus: Evaluation) -> Comparison:
    """Draw the choice of whom to compare with and return it."""
    group = known_word("gruppe", GROUP_NAMES, "alle")
    reference, window = whole("referanse", focus.year), _window()
    years = sorted({focus.year, this_year(), reference or focus.year})
    windows = list(dict.fromkeys([*WINDOWS, window]))
    with st.container(horizontal=True, key="comparison choices"):
        choose("Sammenlign med", "gruppe", list(GROUP_NAMES), group, GROUP_NAMES.__getitem__)
        choose("Slik det så ut i", "referanse", years, reference)
        choose("Hvor gamle tall", "vindu", windows, window, _window_name)
    comparison = Comparison(GROUP_OF_WORD[group], reference, None if window == ANY_AGE else int(window))
    return replace(comparison, municipalities=chosen_several(reading, "utvalg")) if group == "utvalg" else comparison


def this_year() -> int:
    """Return the year we are in."""
    return datetime.now(UTC).year


def known_word(name: str, known: Mapping[str, Any], default: str) -> str:
    """Return the code the address gives; the default, with a sentence, where it is none of those known."""
    text = word(name) or default
    if text in known:
        return text
    fall_back(f"«{text}» finnes ikke som {name}. Her vises «{known[default]}».")
    return default


def _window() -> str:
    years = None if word("vindu") == ANY_AGE else whole("vindu")
    return ANY_AGE if years is None else str(years)


def _window_name(years: str) -> str:
    return "uansett alder" if years == ANY_AGE else f"høyst {years} år eldre"


def chosen_several(reading: Reading, name: str, label: str = "Utvalg", always: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Draw the choice of several municipalities and return their keys; by default those in `always`."""
    names = dict(answers.asked(reading, "municipalities").select("number", "name").iter_rows())
    asked = [number for number in (word(name) or "").split(",") if number]
    unknown = [number for number in asked if number not in names]
    if unknown:
        fall_back(f"Ingen kommune her har nummer {', '.join(unknown)}; resten vises.")
    chosen = [number for number in asked if number in names] or list(always)
    return tuple(choose_several(label, name, list(names), chosen, names.__getitem__))


def family_names(reading: Reading) -> dict[int, str]:
    """Return the families with any evaluation, each named by its versions: `versjon 2.0 og 2.1`."""
    measured = set(answers.asked(reading, "evaluations", municipality=None)["family"])
    versions = answers.asked(reading, "instrument_areas").group_by("family").agg(pl.col("version").unique().sort())
    return {
        family: f"versjon {listed(names)}"
        for family, names in versions.sort("family").iter_rows()
        if family in measured
    }
