"""Totals in order, for one family of versions as they stood in a year."""

import polars as pl
import streamlit as st

from charts.ranked_bars import RANKED_BARS, ranked_bars_rows, ranked_bars_text
from charts.standing import QUARTILES, not_the_country
from pages.parts import answers
from pages.parts.address import choose, dropping, fall_back, link, whole, word
from pages.parts.dataset import notes_on
from pages.parts.few import few
from pages.parts.picture import offer_table, show_picture
from pages.parts.plain import plain
from pages.parts.reading_choice import family_names
from pages.parts.table import Column, points, show_table, words
from queries.reading import Reading

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


def show_totals(reading: Reading) -> None:
    """Draw the choice of family and year, the ranked totals, and the table behind."""
    st.header("Alle totaler", anchor=False)
    family, year = _chosen_family_and_year(reading)
    country = _country(reading)
    ranking = answers.ranked(reading, family, year, country)
    names = family_names(reading)
    title = f"Totaler med {names[family]}, siste evaluering til og med {year}"
    if ranking.is_empty():
        st.info("Ingen kommuner har en total for dette valget.")
        return
    too_few = few(reading, family, "Norge" if country == "NO" else None, ranking.height)
    first = ranking.row(0, named=True)
    bounds = None if too_few or first["q1"] is None else (first["q1"], first["median"], first["q3"])
    about = (f"{title}: n = {ranking.height}.", _how_many(ranking, too_few))
    notes = notes_on(reading, None, *about, sources=ranking["source"].to_list())
    rows = ranked_bars_rows(ranking, word("kommune"), bounds)
    show_picture(reading, title, RANKED_BARS, rows, ranked_bars_text(ranking, word("kommune"), bounds), notes)
    st.caption(_how_many(ranking, too_few))
    with st.expander(plain(f"Tabell: {title}")):
        show_table(title, _columns(too_few), ranking.to_dicts(), {"number": word("kommune")})
        offer_table(reading, title, ranking, HEADINGS, notes)


def _chosen_family_and_year(reading: Reading) -> tuple[int, int]:
    evaluations = answers.asked(reading, "evaluations", municipality=None)
    names, default = family_names(reading), answers.family_with_most(reading)
    family = whole("familie", default) or default
    if family not in names:
        fall_back(f"Versjonsfamilie {family} finnes ikke. Her vises {names[default]}.")
        family = default
    years = evaluations.filter(pl.col("family") == family)["year"].unique().sort(descending=True).to_list()
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
    return family, year


def _country(reading: Reading) -> str:
    """Return the country of the municipality in the address: totals are ranked within one country."""
    evaluations = answers.asked(reading, "evaluations", municipality=None)
    ours = evaluations.filter(pl.col("municipality") == (word("kommune") or ""))
    return str(ours["country"][0]) if ours.height else "NO"


def _how_many(ranking: pl.DataFrame, too_few: bool) -> str:
    n = ranking.height
    if too_few:
        return f"{not_the_country(n)} Rapportene bygger på flere; derfor vises ingen kvartiler her."
    return f"n = {n}. Lik total gir lik plass."


def _columns(too_few: bool) -> list[Column]:
    quartile = Column("Kvartil", "quartile", lambda row: QUARTILES.get(row["quartile"], ".."))
    return [
        Column("Kommune", "name", address=lambda row: link("kommune", kommune=row["number"], aar=row["year"])),
        points("Plass", "rank"),
        points("Total", "total"),
        *([] if too_few else [quartile]),
        words("Evaluert", "year_label"),
        words("Versjon", "version"),
        points("Innbyggere", "population", 0),
        words("Størrelsesgruppe", "size_group"),
    ]
