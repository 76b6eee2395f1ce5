"""What the reader has chosen: dataset, municipality and year, and whom to compare with."""

from dataclasses import replace
from datetime import date

import polars as pl
import streamlit as st

from data.opening import open_store
from pages.parts import answers
from pages.parts.address import choose, fall_back, settle, whole, word
from queries.comparison import GROUPS, Comparison
from queries.evaluation import Evaluation
from queries.reading import Reading, UnknownChoice, read

DATASETS = {"real": "Virkelige tall", "example": "Eksempeldata"}
GROUP_NAMES = {
    "alle": "alle",
    "storrelse": "samme størrelse",
    "fylke": "samme fylke",
    "kostra": "samme KOSTRA-gruppe",
    "inntekt": "samme inntektsgruppe",
    "utvalg": "eget utvalg",
}
GROUP_OF_WORD = dict(zip(GROUP_NAMES, GROUPS, strict=True))
WINDOWS = (None, 3, 5, 8)


def chosen_reading() -> Reading:
    """Return the dataset and event the address names; the real figures as they are now where it names none."""
    store, dataset, event = open_store(), word("datasett") or "real", whole("stand")
    try:
        return read(store, dataset, event)
    except UnknownChoice as unknown:
        fall_back(f"{unknown} Her vises i stedet de nyeste {'eksempeldataene' if dataset == 'example' else 'virkelige tallene'}.")
        settle(datasett=dataset if dataset in DATASETS else "real")
        return read(store, dataset if dataset in DATASETS else "real")


def chosen_evaluation(reading: Reading) -> Evaluation:
    """Draw the choice of municipality and year and return the evaluation; the fullest one where none is named."""
    known = answers.asked(reading, "municipalities")
    if known.is_empty():
        st.info("Det er ingen evalueringer i dette datasettet ennå.")
        st.stop()
    ours = _municipality(reading, known)
    focus = _year(ours)
    names = {row["number"]: _searchable(reading, row) for row in known.iter_rows(named=True)}
    with st.container(horizontal=True, key="choices"):
        choose("Kommune", "kommune", list(names), focus.municipality, names.__getitem__, clears=("aar", "referanse"))
        labels = {one.year: one.year_label for one in ours}
        choose("Evaluert", "aar", list(labels), focus.year, labels.__getitem__, clears=("referanse",))
    settle(kommune=focus.municipality, aar=str(focus.year), datasett=reading.dataset)
    return focus


def _municipality(reading: Reading, known: pl.DataFrame) -> list[Evaluation]:
    default = _fullest(known)
    number = word("kommune") or default
    try:
        return answers.evaluations(reading, number)
    except UnknownChoice as unknown:
        ours = answers.evaluations(reading, default)
        fall_back(f"{unknown} Her vises {ours[-1].name}.")
        return ours


def _fullest(known: pl.DataFrame) -> str:
    """The first visit opens Hemne, whose report the tool is made after, or else the newest evaluation."""
    if "1612" in known["number"]:
        return "1612"
    return str(known.sort("newest_year", "name", descending=[True, False])["number"][0])


def _year(ours: list[Evaluation]) -> Evaluation:
    year = whole("aar")
    fitting = [one for one in ours if one.year == year]
    if year is not None and not fitting:
        fall_back(f"{ours[-1].name} er ikke evaluert i {year}. Her vises {ours[-1].year_label}.")
    return (fitting or ours)[-1]


def _searchable(reading: Reading, row: dict[str, str]) -> str:
    """Name every number a municipality has had, so that typing any of them finds it."""
    numbers = answers.asked(reading, "known_numbers").filter(pl.col("municipality_number") == row["number"])
    later = [number for number in numbers["number"] if number != row["number"]]
    return f"{row['name']} ({', '.join([row['number'], *later])})"


def chosen_comparison(reading: Reading, focus: Evaluation) -> Comparison:
    """Draw the choice of whom to compare with and return it."""
    group = _known("gruppe", list(GROUP_NAMES), "alle")
    years = sorted({focus.year, date.today().year} | ({whole("referanse") or focus.year}))
    reference, window = whole("referanse", focus.year), whole("vindu")
    with st.container(horizontal=True, key="comparison choices"):
        choose("Sammenlign med", "gruppe", list(GROUP_NAMES), group, GROUP_NAMES.__getitem__)
        choose("Slik det så ut i", "referanse", years, reference)
        windows = list(dict.fromkeys([*WINDOWS, window]))
        choose("Hvor gamle tall", "vindu", windows, window, _window_name)
    comparison = Comparison(GROUP_OF_WORD[group], reference, window)
    return replace(comparison, municipalities=_chosen_municipalities(reading)) if group == "utvalg" else comparison


def _known(name: str, options: list[str], default: str) -> str:
    text = word(name) or default
    if text in options:
        return text
    fall_back(f"«{text}» finnes ikke som {name}. Her vises «{default}».")
    return default


def _window_name(years: int | None) -> str:
    return "uansett alder" if years is None else f"høyst {years} år eldre"


def _chosen_municipalities(reading: Reading) -> tuple[str, ...]:
    names = dict(answers.asked(reading, "municipalities").select("number", "name").iter_rows())
    asked = [number for number in (word("utvalg") or "").split(",") if number]
    unknown = [number for number in asked if number not in names]
    if unknown:
        fall_back(f"Ingen kommune her har nummer {', '.join(unknown)}; utvalget vises uten.")
    chosen = [number for number in asked if number in names]
    return tuple(choose("Utvalg", "utvalg", list(names), chosen, names.__getitem__, several=True))
