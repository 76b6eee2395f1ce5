"""Municipalities by size and by income: spread, quartiles, who is in it and who is not."""

from functools import partial

import polars as pl
import streamlit as st

from charts.distribution import DISTRIBUTION, distribution_rows, distribution_text
from charts.ranked_bars import RANKED_BARS, ranked_bars_rows, ranked_bars_text
from data.norwegian import counted, day, number, shortest
from pages.parts import answers
from pages.parts.address import choose, fall_back, whole
from pages.parts.areas import show_left_out
from pages.parts.dataset import notes_on
from pages.parts.folded import folded
from pages.parts.links import link
from pages.parts.picture import Picture, picture, show_picture
from pages.parts.plain import plain
from pages.parts.table import Column, Row, Table, points, show_table, table, words
from queries.caching import cached
from queries.comparison import Comparison, members
from queries.distribution import income_statistics, size_group_statistics
from queries.evaluation import Evaluation
from queries.reading import Reading
from queries.settings import settings
from reports.origin import source
from reports.standing import BASIS, few, not_the_country, said_n
from reports.view import today

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
    areas = answers.area_names(reading, focus.version)
    names = {0: "Totalt"} | {area: f"{area} {name}" for area, name in areas.items()}
    area, year = whole("omrade", 0) or 0, whole("referanse", focus.year) or focus.year
    if area not in names:
        fall_back(f"Område {area} finnes ikke. Her vises totalen.")
        area = 0
    with st.container(horizontal=True, key="group choices"):
        choose("Tall", "omrade", list(names), area, names.__getitem__)
        choose("Slik det så ut i", "referanse", sorted({focus.year, today().year, year}), year)
    return area, year


def show_groups(reading: Reading, focus: Evaluation, area: int, year: int) -> None:
    """Draw how points are spread in each size group, the quartile table, and what print says of the groups."""
    st.header(plain(f"{_what(reading, focus, area)} etter størrelse"), anchor=False)
    for sentence in _printed(reading, focus, area, year):
        st.markdown(plain(sentence))
    spread = _spread(reading, focus, area, year)
    if spread is None:
        st.info("Ingen kommuner med kjent innbyggertall har dette tallet.")
        return
    drawn, quartiles = spread
    show_picture(drawn)
    show_table(quartiles)


def _what(reading: Reading, focus: Evaluation, area: int) -> str:
    return answers.area_names(reading, focus.version)[area] if area else "Totaler"


@cached
def _spread(reading: Reading, focus: Evaluation, area: int, year: int) -> tuple[Picture, Table] | None:
    """Return the spread in each size group as a picture and its quartiles; None where nobody has the figure."""
    spread = answers.spread_with(reading, focus, Comparison(reference_year=year), area)
    known = spread.filter(pl.col("group").is_not_null() & pl.col("points").is_not_null())
    if known.is_empty():
        return None
    described = size_group_statistics(reading, spread).filter(pl.col("n") > 0)
    title = f"{_what(reading, focus, area)} etter innbyggertall, siste evaluering til og med {year}"
    said = _few_or_all(reading, focus, known.height)
    notes = notes_on(reading, None, said, sources=known["source"].to_list())
    drawn = (known, described, focus.municipality, answers.areas(reading, focus.version)["maximum_points"][area])
    rows, in_words = distribution_rows(*drawn), partial(distribution_text, *drawn)
    return (
        picture(reading, "spread", title, DISTRIBUTION, rows, in_words, notes),
        table(
            reading,
            title,
            _columns("Størrelsesgruppe", "group_label"),
            described,
            notes,
            marked={"group": focus.size_group},
            below=[said],
            file=(described, {"group_label": "Størrelsesgruppe"} | STATISTICS),
        ),
    )


def _columns(heading: str, field: str) -> list[Column]:
    return [
        words(heading, field),
        *(points(name, field, 1 if field == "mean" else None) for field, name in STATISTICS.items()),
    ]


def _few_or_all(reading: Reading, focus: Evaluation, n: int) -> str:
    least = settings(reading)["fewest_compared"]
    fewest = f"Med færre enn {least} i en gruppe vises verken gjennomsnitt eller kvartil."
    if few(reading, focus.family, focus.country, "all", n):
        return f"{not_the_country(n)} {fewest}"
    return f"n = {number(n)}. {fewest}"


@cached
def _printed(reading: Reading, focus: Evaluation, area: int, year: int) -> list[str]:
    printed = answers.asked(reading, "references").filter(
        pl.col("family") == focus.family, pl.col("area") == area, pl.col("year") == year
    )
    return [_printed_mean(row) for row in printed.iter_rows(named=True)]


def _printed_mean(row: Row) -> str:
    whom = "Norge" if row["group_code"] == "all" else f"Kommuner med {row['group_label']}"
    return (
        f"På trykk: {whom} har gjennomsnittet {shortest(row['value'])} ({BASIS[row['basis']]}, "
        f"{said_n(row['n'], row['n_basis'])}, {source(row['source'], row['place'])})."
    )


def show_own_group(reading: Reading, focus: Evaluation, year: int) -> None:
    """Draw the totals of our own size group in order, ours marked."""
    if focus.size_group is None:
        st.info(plain(f"Innbyggertallet i {focus.name} er ikke kjent, og dermed heller ikke størrelsesgruppen."))
        return
    ranked = _own_group(reading, focus, year)
    if ranked is None:
        return
    st.header(plain(f"Kommuner med {focus.size_group_label}"), anchor=False)
    drawn, said = ranked
    show_picture(drawn)
    st.caption(said)


@cached
def _own_group(reading: Reading, focus: Evaluation, year: int) -> tuple[Picture, str] | None:
    """Return the totals of our own size group as a picture, and how many they are; None where there are none."""
    ranking = answers.ranked_with(reading, focus, Comparison("size", reference_year=year))
    if ranking.is_empty():
        return None
    title = f"Totaler blant kommuner med {focus.size_group_label}, til og med {year}"
    first, n = ranking.row(0, named=True), f"n = {number(ranking.height)}."
    printed_of_more = few(reading, focus.family, focus.country, f"size_{focus.size_group}", ranking.height)
    too_few = printed_of_more or first["q1"] is None
    bounds = None if too_few else (first["q1"], first["median"], first["q3"])
    notes = notes_on(reading, focus, n, sources=ranking["source"].to_list())
    drawn = (ranking, focus.municipality, bounds)
    rows, in_words = ranked_bars_rows(*drawn), partial(ranked_bars_text, *drawn)
    said = not_the_country(ranking.height) if too_few else n
    return picture(reading, "own group", title, RANKED_BARS, rows, in_words, notes), said


def show_income(reading: Reading, focus: Evaluation, area: int, year: int) -> None:
    """Draw the quartile table per income group, where income is known of anyone."""
    st.header("Etter inntektsnivå", anchor=False)
    incomes = _incomes(reading, focus, area, year)
    if incomes.html:
        show_table(incomes)
    else:
        st.markdown("Inntektsgruppen er ikke kjent for noen av kommunene her.")


@cached
def _incomes(reading: Reading, focus: Evaluation, area: int, year: int) -> Table:
    spread = answers.spread_with(reading, focus, Comparison(reference_year=year), area)
    known = spread.filter(pl.col("income_group").is_not_null() & pl.col("points").is_not_null())
    statistics = income_statistics(reading, known).filter(pl.col("n") > 0)
    return table(
        reading,
        f"Poeng etter inntektsgruppe, til og med {year}",
        _columns("Inntekt", "income_group"),
        statistics,
        notes_on(reading, None, f"n = {number(known.height)}.", sources=known["source"].to_list()),
        marked={"income_group": focus.income_group},
        below=[_few_or_all(reading, focus, known.height)],
        file=(statistics, {"income_group": "Inntektsgruppe"} | STATISTICS),
    )


def show_members(reading: Reading, focus: Evaluation, year: int) -> None:
    """Draw who is in the groups, with the basis of their size, and who is left out and why."""
    comparison = Comparison(reference_year=year)
    everyone = answers.compared_with(reading, focus, comparison).height
    n = everyone - answers.left_out(reading, focus, comparison).height
    st.header("Hvem er med", anchor=False)
    with folded(f"{counted(n, 'kommune', 'kommuner')} med innbyggertall og evalueringsår", "members") as fold:
        if fold.open:
            show_table(_members_table(reading, focus, comparison))
    show_left_out(reading, focus, comparison)


@cached
def _members_table(reading: Reading, focus: Evaluation, comparison: Comparison) -> Table:
    def address(row: Row) -> str:
        return link(reading, "kommune", kommune=row["number"], aar=row["year"])

    compared = members(answers.compared_with(reading, focus, comparison)).sort("group", "name", nulls_last=True)
    columns = [
        Column("Kommune", "name", address=address),
        words("Størrelsesgruppe", "size_group"),
        points("Innbyggere", "population", 0),
        Column("Per", "population_date", lambda row: day(row["population_date"])),
        words("Talt av", "population_source"),
        words("Evaluert", "year_label"),
        points("Total", "total"),
    ]
    title = f"Kommunene i gruppene, til og med {comparison.year(focus)}"
    notes = notes_on(reading, sources=compared["source"].to_list())
    return table(reading, title, columns, compared, notes, marked={"number": focus.municipality})
