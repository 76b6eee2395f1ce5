"""Municipalities by size and by income: spread, quartiles, who is in it and who is not."""

import polars as pl
import streamlit as st

from charts.distribution import DISTRIBUTION, distribution_rows, distribution_text
from charts.ranked_bars import RANKED_BARS, ranked_bars_rows, ranked_bars_text
from charts.standing import BASIS, not_the_country, said_n, source
from data.norwegian import counted, day, shortest
from pages.parts import answers
from pages.parts.address import choose, fall_back, link, whole
from pages.parts.areas import show_left_out
from pages.parts.comparison_choice import this_year
from pages.parts.dataset import notes_on
from pages.parts.few import few
from pages.parts.picture import offer_table, show_picture, show_table_with_files
from pages.parts.plain import plain
from pages.parts.table import Column, points, show_table, words
from queries.comparison import Comparison, members
from queries.distribution import income_statistics, size_group_statistics
from queries.evaluation import Evaluation
from queries.reading import Reading
from queries.settings import settings

STATISTICS = {
    "n": "n",
    "mean": "Gjennomsnitt",
    "minimum": "Laveste",
    "q1": "Nedre kvartil",
    "median": "Median",
    "q3": "Øvre kvartil",
    "maximum": "Høyeste",
}


def chosen_area_and_year(reading: Reading, focus: Evaluation) -> tuple[int, int]:
    """Draw the choice of total or area (0 is the total) and of the year it is seen from."""
    areas = answers.areas(reading, focus.version)
    names = {row["area"]: f"{row['area']} {row['name']}" if row["area"] else "Totalt" for row in areas.to_dicts()}
    area, year = whole("omrade", 0) or 0, whole("referanse", focus.year) or focus.year
    if area not in names:
        fall_back(f"Område {area} finnes ikke. Her vises totalen.")
        area = 0
    with st.container(horizontal=True, key="group choices"):
        choose("Tall", "omrade", list(names), area, names.__getitem__)
        choose("Slik det så ut i", "referanse", sorted({focus.year, this_year(), year}), year)
    return area, year


def show_groups(reading: Reading, focus: Evaluation, area: int, year: int) -> None:
    """Draw how points are spread in each size group, the quartile table, and what print says of the groups."""
    chosen = answers.areas(reading, focus.version).row(area, named=True)
    what, maximum = chosen["name"] if area else "Totaler", chosen["maximum_points"]
    spread = answers.spread_with(reading, focus, Comparison(reference_year=year), area)
    statistics = size_group_statistics(reading, spread)
    known = spread.filter(pl.col("group").is_not_null() & pl.col("points").is_not_null())
    st.header(plain(f"{what} etter størrelse"), anchor=False)
    _show_printed(reading, focus, area, year)
    if known.is_empty():
        st.info("Ingen kommuner med kjent innbyggertall har dette tallet.")
        return
    title = f"{what} etter innbyggertall, siste evaluering til og med {year}"
    described = statistics.filter(pl.col("n") > 0)
    notes = notes_on(reading, None, _few_or_all(reading, focus, known.height), sources=known["source"].to_list())
    rows = distribution_rows(known, described, focus.municipality, maximum)
    show_picture(
        reading, title, DISTRIBUTION, rows, distribution_text(known, described, focus.municipality, maximum), notes
    )
    show_table(title, _columns("Størrelsesgruppe", "group_label"), described.to_dicts(), {"group": focus.size_group})
    st.caption(_few_or_all(reading, focus, known.height))
    offer_table(reading, title, described, {"group_label": "Størrelsesgruppe"} | STATISTICS, notes)


def _columns(heading: str, field: str) -> list[Column]:
    return [
        words(heading, field),
        *(points(name, field, 1 if field == "mean" else None) for field, name in STATISTICS.items()),
    ]


def _few_or_all(reading: Reading, focus: Evaluation, n: int) -> str:
    least = settings(reading)["fewest_compared"]
    fewest = f"Med færre enn {least} i en gruppe vises verken gjennomsnitt eller kvartil."
    if few(reading, focus.family, "Norge", n):
        return f"{not_the_country(n)} {fewest}"
    return f"n = {n}. {fewest}"


def _show_printed(reading: Reading, focus: Evaluation, area: int, year: int) -> None:
    printed = answers.asked(reading, "references").filter(
        pl.col("family") == focus.family, pl.col("area") == area, pl.col("year") == year
    )
    for row in printed.iter_rows(named=True):
        whom = "Norge" if row["group_label"] == "Norge" else f"Kommuner med {row['group_label']}"
        st.markdown(
            plain(
                f"På trykk: {whom} har gjennomsnittet {shortest(row['value'])} ({BASIS[row['basis']]}, "
                f"{said_n(row['n'], row['n_basis'])}, "
                f"{source(row['source'], row['place'])})."
            )
        )


def show_own_group(reading: Reading, focus: Evaluation, year: int) -> None:
    """Draw the totals of our own size group in order, ours marked."""
    if focus.size_group is None:
        st.info(plain(f"Innbyggertallet i {focus.name} er ikke kjent, og dermed heller ikke størrelsesgruppen."))
        return
    comparison = Comparison("size", reference_year=year)
    ranking = answers.ranked_with(reading, focus, comparison)
    if ranking.is_empty():
        return
    st.header(plain(f"Kommuner med {focus.size_group_label}"), anchor=False)
    title = f"Totaler blant kommuner med {focus.size_group_label}, til og med {year}"
    first = ranking.row(0, named=True)
    too_few = few(reading, focus.family, focus.size_group_label, ranking.height) or first["q1"] is None
    bounds = None if too_few else (first["q1"], first["median"], first["q3"])
    notes = notes_on(reading, focus, f"n = {ranking.height}.", sources=ranking["source"].to_list())
    text = ranked_bars_text(ranking, focus.municipality, bounds)
    show_picture(reading, title, RANKED_BARS, ranked_bars_rows(ranking, focus.municipality, bounds), text, notes)
    st.caption(not_the_country(ranking.height) if too_few else f"n = {ranking.height}.")


def show_income(reading: Reading, focus: Evaluation, area: int, year: int) -> None:
    """Draw the quartile table per income group, where income is known of anyone."""
    spread = answers.spread_with(reading, focus, Comparison(reference_year=year), area)
    known = spread.filter(pl.col("income_group").is_not_null() & pl.col("points").is_not_null())
    st.header("Etter inntektsnivå", anchor=False)
    if known.is_empty():
        st.markdown("Inntektsgruppen er ikke kjent for noen av kommunene her.")
        return
    statistics = income_statistics(reading, known).filter(pl.col("n") > 0)
    title = f"Poeng etter inntektsgruppe, til og med {year}"
    show_table(
        title,
        _columns("Inntekt", "income_group"),
        statistics.to_dicts(),
        {"income_group": focus.income_group},
    )
    st.caption(_few_or_all(reading, focus, known.height))
    notes = notes_on(reading, None, f"n = {known.height}.", sources=known["source"].to_list())
    offer_table(reading, title, statistics, {"income_group": "Inntektsgruppe"} | STATISTICS, notes)


def show_members(reading: Reading, focus: Evaluation, year: int) -> None:
    """Draw who is in the groups, with the basis of their size, and who is left out and why."""
    comparison = Comparison(reference_year=year)
    compared = members(answers.compared_with(reading, focus, comparison)).sort("group", "name", nulls_last=True)
    st.header("Hvem er med", anchor=False)
    with st.expander(f"{counted(compared.height, 'kommune', 'kommuner')} med innbyggertall og evalueringsår"):
        columns = [
            Column("Kommune", "name", address=lambda row: link("kommune", kommune=row["number"], aar=row["year"])),
            words("Størrelsesgruppe", "size_group"),
            points("Innbyggere", "population", 0),
            Column("Per", "population_date", lambda row: day(row["population_date"])),
            words("Talt av", "population_source"),
            words("Evaluert", "year_label"),
            points("Total", "total"),
        ]
        title = f"Kommunene i gruppene, til og med {year}"
        marked, notes = {"number": focus.municipality}, notes_on(reading, sources=compared["source"].to_list())
        show_table_with_files(reading, title, columns, compared.to_dicts(), notes, marked)
    show_left_out(reading, focus, comparison)
