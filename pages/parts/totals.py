"""Totals in order, for one family of versions as they stood in a year."""

from dataclasses import dataclass
from functools import partial

import polars as pl
import streamlit as st

from charts.ranked_bars import RANKED_BARS, ranked_bars_rows, ranked_bars_text
from data.norwegian import number
from pages.parts import answers
from pages.parts.address import choose, dropping, fall_back, whole, word
from pages.parts.dataset import notes_on
from pages.parts.folded import folded
from pages.parts.links import link
from pages.parts.picture import Picture, picture, show_picture
from pages.parts.plain import plain
from pages.parts.reading_choice import family_names
from pages.parts.table import Column, Row, Table, points, show_table, table, words
from queries.caching import cached
from queries.reading import Reading
from reports.choices import newest_year
from reports.standing import QUARTILES, few, not_the_country

HEADINGS = {
    "rank": "Plass",
    "number": "Kommunenummer",
    "name": "Kommune",
    "year_label": "Evaluert",
    "version": "Versjon",
    "population": "Innbyggere",
    "population_date": "Innbyggertall per",
    "size_group": "Størrelsesgruppe",
    "total": "Total",
    "source": "Kilde",
}


@dataclass(frozen=True)
class Choice:
    """Which totals are shown, and whose is marked: that of the municipality in the address, which says the country."""

    family: int
    year: int
    own: str


def show_totals(reading: Reading) -> None:
    """Draw the choice of family and year, the ranked totals, and the table behind."""
    st.header("Alle totaler", anchor=False)
    choice = _chosen(reading)
    drawn = _picture(reading, choice)
    if drawn is None:
        st.info("Ingen kommuner har en total for dette valget.")
        return
    show_picture(drawn)
    st.caption(_how_many(reading, choice))
    with folded(plain(f"Tabell: {_title(reading, choice)}"), "totals table") as fold:
        if fold.open:
            show_table(_table(reading, choice))


@cached
def _picture(reading: Reading, choice: Choice) -> Picture | None:
    ranking = _ranking(reading, choice)
    if ranking.is_empty():
        return None
    first, too_few = ranking.row(0, named=True), _too_few(reading, choice)
    bounds = None if too_few or first["q1"] is None else (first["q1"], first["median"], first["q3"])
    drawn = (ranking, choice.own, bounds)
    rows, in_words = ranked_bars_rows(*drawn), partial(ranked_bars_text, *drawn)
    title, notes = _title(reading, choice), _notes(reading, choice)
    return picture(reading, "totals", title, RANKED_BARS, rows, in_words, notes)


@cached
def _table(reading: Reading, choice: Choice) -> Table:
    ranking = _ranking(reading, choice)
    return table(
        reading,
        _title(reading, choice),
        _columns(reading, _too_few(reading, choice)),
        ranking,
        _notes(reading, choice),
        marked={"number": choice.own},
        file=(ranking, HEADINGS),
    )


def _ranking(reading: Reading, choice: Choice) -> pl.DataFrame:
    return answers.ranked(reading, choice.family, choice.year, _country(reading, choice))


def _title(reading: Reading, choice: Choice) -> str:
    return f"Totaler med {family_names(reading)[choice.family]}, siste evaluering til og med {choice.year}"


def _notes(reading: Reading, choice: Choice) -> list[str]:
    ranking, title = _ranking(reading, choice), _title(reading, choice)
    about = (f"{title}: n = {number(ranking.height)}.", _how_many(reading, choice))
    return notes_on(reading, None, *about, sources=ranking["source"].to_list())


@cached
def _too_few(reading: Reading, choice: Choice) -> bool:
    country = _country(reading, choice)
    return few(reading, choice.family, country, "all", _ranking(reading, choice).height)


@cached
def _how_many(reading: Reading, choice: Choice) -> str:
    n = _ranking(reading, choice).height
    if _too_few(reading, choice):
        return f"{not_the_country(n)} Rapportene bygger på flere; derfor vises ingen kvartiler her."
    return f"n = {number(n)}. Lik total gir lik plass."


def _chosen(reading: Reading) -> Choice:
    names, default = family_names(reading), answers.family_with_most(reading)
    family = whole("familie", default) or default
    if family not in names:
        fall_back(f"Versjonsfamilie {family} finnes ikke. Her vises {names[default]}.")
        family = default
    years = _years(reading, family)
    year = whole("referanse") or (years[0] if years else 0)
    with st.container(horizontal=True, key="totals choices"):
        choose(
            "Versjon",
            "familie",
            list(names),
            family,
            names.__getitem__,
            also=dropping("referanse"),
        )
        choose("Siste evaluering til og med", "referanse", sorted({*years, year}, reverse=True), year)
    return Choice(family, year, word("kommune") or "")


@cached
def _years(reading: Reading, family: int) -> list[int]:
    """Return the years that anyone was measured in with a family of versions, newest first."""
    families = answers.asked(reading, "families")
    return families.filter(pl.col("family") == family)["years"].explode().to_list()


@cached
def _country(reading: Reading, choice: Choice) -> str:
    """Return the country of the municipality in the address: totals are ranked within one country."""
    known = choice.own and newest_year(reading, choice.own)
    return answers.evaluations(reading, choice.own)[-1].country if known else "NO"


def _columns(reading: Reading, too_few: bool) -> list[Column]:
    def address(row: Row) -> str:
        return link(reading, "kommune", kommune=row["number"], aar=row["year"])

    quartile = Column("Kvartil", "quartile", lambda row: QUARTILES.get(row["quartile"], ".."))
    return [
        Column("Kommune", "name", address=address),
        points("Plass", "rank"),
        points("Total", "total"),
        *([] if too_few else [quartile]),
        words("Evaluert", "year_label"),
        words("Versjon", "version"),
        points("Innbyggere", "population", 0),
        words("Størrelsesgruppe", "size_group"),
    ]
