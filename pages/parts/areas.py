"""The eight areas of an evaluation against the group it is compared with."""

from functools import partial

import polars as pl
import streamlit as st

from charts.area_range import AREA_RANGE, area_range_rows, area_range_text
from data.norwegian import counted, first_upper, listed_few, number, shortest
from pages.parts import answers
from pages.parts.comparison_choice import COMPARED_WITH
from pages.parts.dataset import notes_on
from pages.parts.folded import folded
from pages.parts.picture import picture
from pages.parts.plain import plain
from pages.parts.spider_and_twin import SpiderAndTwin, show_spider_and_twin, spider
from pages.parts.table import Column, Row, Table, differences, points, show_table, table, words
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.profile import group_code
from queries.reading import Reading
from queries.settings import settings
from reports.standing import BASIS, few, said_n

AREAS = 8
HEADINGS = {
    "area": "Område",
    "name": "Navn",
    "own": "Poeng",
    "basis": "Grunnlag",
    "n": "n",
    "mean": "Gjennomsnitt",
    "minimum": "Laveste",
    "q1": "Nedre kvartil",
    "median": "Median",
    "q3": "Øvre kvartil",
    "maximum": "Høyeste",
    "rank": "Plass",
    "difference": "Avstand til gjennomsnittet",
    "published_mean": "Trykt gjennomsnitt",
    "published_n": "n på trykk",
    "published_difference": "Avstand til trykt gjennomsnitt",
}


def show_areas(reading: Reading, focus: Evaluation, comparison: Comparison) -> None:
    """Draw the spider and its twin, and the table with total and areas."""
    st.header("De åtte fokusområdene", anchor=False)
    _show_pictures(reading, focus, comparison)
    show_table(_table(reading, focus, comparison))
    show_left_out(reading, focus, comparison)


def _show_pictures(reading: Reading, focus: Evaluation, comparison: Comparison) -> None:
    label, known = f"{focus.name} {focus.year_label}", _known_areas(reading, focus, comparison)
    if known == 0:
        st.info(plain(f"Bare totalen er kjent for {label}. Områdene kan derfor ikke vises."))
        return
    if known < AREAS:
        st.caption(plain(f"Bare {known} av {AREAS} områder er kjent for {label}."))
    show_spider_and_twin(*_pictures(reading, focus, comparison))


@cached
def _known_areas(reading: Reading, focus: Evaluation, comparison: Comparison) -> int:
    profile = answers.area_profile(reading, focus, comparison)
    return profile.filter(pl.col("area") > 0, pl.col("own").is_not_null()).height


@cached
def _pictures(reading: Reading, focus: Evaluation, comparison: Comparison) -> SpiderAndTwin:
    profile = answers.area_profile(reading, focus, comparison)
    areas = profile.filter(pl.col("area") > 0)
    shorts = dict(areas.select("area", "short").iter_rows())
    series = [
        (f"{focus.name} {focus.year_label}", dict(areas.select("area", "own").iter_rows())),
        (f"Gjennomsnitt (n = {number(min(areas['n']))})", dict(areas.select("area", "mean").iter_rows())),
    ]
    notes = notes_on(reading, focus, comparison_note(reading, focus, comparison, profile))
    title = f"{focus.name} {focus.year_label}: fokusområdene"
    rows, in_words = area_range_rows(areas), partial(area_range_text, areas)
    return (
        spider(reading, "areas spider", title, series, shorts, notes),
        picture(reading, "areas twin", f"{title} mot gruppen", AREA_RANGE, rows, in_words, notes),
    )


@cached
def _table(reading: Reading, focus: Evaluation, comparison: Comparison) -> Table:
    profile = answers.area_profile(reading, focus, comparison)
    too_few = few(reading, focus.family, focus.country, group_code(focus, comparison), profile["n"][0])
    note = comparison_note(reading, focus, comparison, profile)
    title = f"{focus.name} {focus.year_label}: totalt og per område"
    return table(
        reading,
        title,
        _columns(focus, too_few),
        profile,
        notes_on(reading, focus, note),
        caption=f"{title}, {COMPARED_WITH[comparison.group]}",
        marked={"area": 0},
        below=[note],
        file=(profile.with_columns(pl.col("basis").replace(BASIS)), HEADINGS),
    )


def _columns(focus: Evaluation, too_few: bool) -> list[Column]:
    """Print leads; quartiles of a few municipalities are left out, since they say nothing of the country."""
    quartiles = [points("Nedre kvartil", "q1"), points("Øvre kvartil", "q3")]
    return [
        Column("Område", "name", lambda row: f"{row['area']} {row['name']}" if row["area"] else row["name"]),
        points(focus.name, "own"),
        Column("Grunnlag", "basis", lambda row: BASIS.get(row["basis"], "..")),
        Column("Trykt snitt", "published_mean", _printed_mean, numeric=True),
        differences("Avstand til trykt", "published_difference", 0),
        points("Snitt", "mean", 1),
        *([] if too_few else quartiles),
        Column(
            "Plass",
            "rank",
            lambda row: ".." if row["rank"] is None else f"{number(row['rank'])} av {number(row['n'])}",
            True,
        ),
        differences("Avstand", "difference", matters="matters"),
        points("n", "n"),
    ]


def _printed_mean(row: Row) -> str:
    if row["published_mean"] is None:
        return ".."
    return f"{shortest(row['published_mean'])} ({said_n(row['published_n'], row['published_n_basis'])})"


def comparison_note(reading: Reading, focus: Evaluation, comparison: Comparison, profile: pl.DataFrame) -> str:
    """Return on whom the comparison rests and how to read it."""
    n, fewest = profile["n"][0], settings(reading)["fewest_compared"]
    window = f", høyst {comparison.window} år eldre" if comparison.window is not None else ""
    name = COMPARED_WITH[comparison.group]
    return (
        f"{first_upper(name)}, siste evaluering til og med {comparison.year(focus)}{window}: "
        f"n = {number(n)} for totalen, {focus.name} medregnet. Med færre enn {fewest} vises verken gjennomsnitt, "
        "kvartil eller plass. Avstand i parentes er for liten til å tillegges vekt."
    )


def show_left_out(reading: Reading, focus: Evaluation, comparison: Comparison) -> None:
    """Offer the list of those who take no part in a comparison, each with the reason."""
    without = answers.without_areas(reading, focus, comparison)
    if without:
        st.caption(plain(f"Bare totalen er kjent for {listed_few(without)}, som derfor ikke teller for områdene."))
    left_out = answers.left_out(reading, focus, comparison)
    if left_out.is_empty():
        return
    count = counted(left_out.height, "kommune", "kommuner")
    with folded(f"Ikke med i sammenligningen: {count}, med årsak", "left out") as fold:
        if fold.open:
            show_table(_left_out_table(reading, focus, comparison))


@cached
def _left_out_table(reading: Reading, focus: Evaluation, comparison: Comparison) -> Table:
    columns = [
        words("Kommune", "name"),
        words("Evaluert", "year_label"),
        words("Versjon", "version"),
        Column("Årsak", "left_out", lambda row: REASONS[row["left_out"]]),
    ]
    title = f"{focus.name} {focus.year_label}: ikke med i sammenligningen"
    return table(reading, title, columns, answers.left_out(reading, focus, comparison), notes_on(reading, focus))


REASONS = {
    "other_family": "målt med en versjon som ikke kan sammenlignes",
    "after_reference": "evaluert etter året det sammenlignes for",
    "before_window": "eldre enn valgt",
    "outside_group": "utenfor gruppen",
    "group_unknown": "vi vet ikke om den hører til gruppen",
}
