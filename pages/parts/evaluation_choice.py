"""Which municipality and year the reader has chosen, and which municipalities beside it."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from pages.parts import answers
from pages.parts.address import choose, choose_several, dropping, fall_back, search, whole, word
from pages.parts.finding import offered, search_for_several
from pages.parts.reading_choice import default_municipality, newest_year
from queries.evaluation import Evaluation
from queries.municipalities import names
from queries.reading import Reading, UnknownChoice


def chosen_evaluation(reading: Reading, *, any_year: bool = True) -> Evaluation:
    """Draw the choice of municipality, and of year where that matters, and return the evaluation they name."""
    if not answers.in_store(reading)["evaluations"]:
        st.info("Det er ingen evalueringer i dette datasettet ennå.")
        st.stop()
    ours = _municipality(reading)
    focus = _year(ours)
    with st.container(horizontal=True, key="choices"):
        choose_municipality(reading, "Kommune", focus.municipality)
        if any_year:
            _choose_year(ours, focus)
    return focus


def _choose_year(ours: tuple[Evaluation, ...], focus: Evaluation) -> None:
    labels = {one.year: one.year_label for one in ours}
    choose("Evaluert", "aar", list(labels), focus.year, labels.__getitem__, also=dropping("referanse"))


def choose_municipality(reading: Reading, label: str, number: str) -> None:
    """Draw the choice of municipality; another one is shown in its newest year."""

    def newest(chosen: str) -> Mapping[str, str | None]:
        return {"aar": newest_year(reading, chosen), "referanse": None}

    def searched(words: str, find: Callable[[str], Sequence[str]]) -> str:
        return search(words, "kommune", find, also=newest)

    options = offered(reading, [number], searched)
    choose(label, "kommune", list(options), number, options.__getitem__, also=newest)


def _municipality(reading: Reading) -> tuple[Evaluation, ...]:
    try:
        return answers.evaluations(reading, word("kommune") or default_municipality(reading))
    except UnknownChoice as unknown:
        ours = answers.evaluations(reading, default_municipality(reading))
        fall_back(f"{unknown} Her vises {ours[-1].name}.")
        return ours


def _year(ours: tuple[Evaluation, ...]) -> Evaluation:
    year = whole("aar") if word("aar") else None
    fitting = [one for one in ours if one.year == year]
    if year is not None and not fitting:
        fall_back(f"{ours[-1].name} er ikke evaluert i {year}. Her vises {ours[-1].year_label}.")
    return (fitting or ours)[-1]


def chosen_several(reading: Reading, name: str, label: str = "Utvalg", always: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Draw the choice of several municipalities and return their keys; by default those in `always`."""
    known = names(reading)
    asked = [number for number in (word(name) or "").split(",") if number]
    unknown = [number for number in asked if number not in known]
    if unknown:
        fall_back(f"Ingen kommune her har nummer {', '.join(unknown)}; resten vises.")
    chosen = [number for number in asked if number in known] or list(always)
    options = offered(reading, chosen, search_for_several)
    return tuple(choose_several(label, name, list(options), chosen, known.__getitem__))
