"""Which municipality and year the reader has chosen, and which municipalities beside it."""

from collections.abc import Mapping

import streamlit as st

from pages.parts import answers
from pages.parts.address import choose, choose_several, dropping, fall_back, whole, word
from pages.parts.reading_choice import default_municipality, newest_year
from queries.evaluation import Evaluation
from queries.reading import Reading, UnknownChoice


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


def _choose_year(ours: tuple[Evaluation, ...], focus: Evaluation) -> None:
    labels = {one.year: one.year_label for one in ours}
    choose("Evaluert", "aar", list(labels), focus.year, labels.__getitem__, also=dropping("referanse"))


def choose_municipality(reading: Reading, label: str, number: str) -> None:
    """Draw the choice of municipality; another one is shown in its newest year."""
    names = _searchable_names(reading)

    def newest(chosen: str) -> Mapping[str, str | None]:
        return {"aar": newest_year(reading, chosen), "referanse": None}

    choose(label, "kommune", list(names), number, names.__getitem__, also=newest)


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


@answers.kept
def _searchable_names(reading: Reading) -> dict[str, str]:
    """Name every number a municipality has had, so that typing any of them finds it."""
    numbers = dict(reading.ask("known_numbers").group_by("municipality_number").agg("number").iter_rows())
    return {
        row["number"]: f"{row['name']} ({', '.join(numbers.get(row['number'], [row['number']]))})"
        for row in answers.asked(reading, "municipalities").iter_rows(named=True)
    }


@answers.kept
def _names(reading: Reading) -> Mapping[str, str]:
    return dict(answers.asked(reading, "municipalities").select("number", "name").iter_rows())


def chosen_several(reading: Reading, name: str, label: str = "Utvalg", always: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Draw the choice of several municipalities and return their keys; by default those in `always`."""
    names = _names(reading)
    asked = [number for number in (word(name) or "").split(",") if number]
    unknown = [number for number in asked if number not in names]
    if unknown:
        fall_back(f"Ingen kommune her har nummer {', '.join(unknown)}; resten vises.")
    chosen = [number for number in asked if number in names] or list(always)
    return tuple(choose_several(label, name, list(names), chosen, names.__getitem__))
