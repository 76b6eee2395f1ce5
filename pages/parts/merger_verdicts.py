"""The questions of municipalities that merge, each with its verdict and the best figure among them."""

from collections.abc import Mapping

import polars as pl
import streamlit as st

from charts.verdicts import TODAY, VERDICTS, verdict_rules, verdict_text
from data.norwegian import listed, number
from pages.parts import answers
from pages.parts.address import choose_few, fall_back, whole
from pages.parts.comparison_choice import known_word
from pages.parts.dataset import notes_on
from pages.parts.folded import folded
from pages.parts.links import link
from pages.parts.merger_areas import sources
from pages.parts.merging import Group
from pages.parts.table import Column, Row, Table, points, show_below, show_table, table
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.reading import Reading
from queries.settings import settings

ALL = "alle"
VERDICT_OF_WORD = {
    "best": "best", "mangel": "common_gap", "likt": "equal", "delt": "divided", "uten": "not_comparable",
}  # fmt: skip
question = Column("Underspørsmål", "label", lambda row: f"{row['code']} {row['label']}")


def chosen_part(reading: Reading, group: Group) -> int:
    """Draw the choice of area for all that follows, and return it; 0 is all of them."""
    shorts = {0: "Alle"} | dict(answers.area_shorts(reading, group.evaluations[0].version))
    st.header("Underspørsmålene", anchor=False)
    area = whole("omrade", 0) or 0
    if area not in shorts:
        fall_back(f"Område {area} finnes ikke. Her vises alle.")
        area = 0
    choose_few("Område", "omrade", list(shorts), area, lambda one: f"{one} {shorts[one]}" if one else shorts[0])
    return area


def of_area(frame: pl.DataFrame, area: int) -> pl.DataFrame:
    """Return the rows of an area; all of them for 0."""
    return frame.filter(pl.col("area") == area) if area else frame


def show_verdicts(reading: Reading, group: Group, area: int) -> None:
    """Draw the choice of verdict and the table of questions, each with its verdict."""
    verdicts = _table(reading, group, area, _chosen_verdict(reading, group, area))
    if verdicts.html:
        with st.container(key="verdicts"):
            show_table(verdicts)
        return
    st.info("Ingen underspørsmål har denne dommen her.")
    show_below(verdicts)


@cached
def _table(reading: Reading, group: Group, area: int, chosen: str) -> Table:
    verdicts = of_area(verdicts_of(reading, group), area)
    shown = verdicts if chosen == ALL else verdicts.filter(pl.col("verdict") == VERDICT_OF_WORD[chosen])
    columns = [question, Column("Dom", "told"), points("Maks.", "maximum_points")]
    about = (
        f"{verdict_rules(settings(reading))} Det høyeste er uthevet, unntatt der det er likt. Et tall fører "
        "til området på kommunens egen side."
    )
    return table(
        reading,
        f"{group.title}: én dom per underspørsmål",
        [*columns, *(_figure(reading, one) for one in group.evaluations)],
        shown,
        notes_on(reading, None, *sources(group)),
        below=[about],
        file=(shown, verdict_headings(group)),
    )


def _chosen_verdict(reading: Reading, group: Group, area: int) -> str:
    names = _verdict_names(reading, group, area)
    return str(choose_few("Dom", "dom", list(names), known_word("dom", names, ALL), names.__getitem__))


@cached
def _verdict_names(reading: Reading, group: Group, area: int) -> Mapping[str, str]:
    """Return what the choices of verdict are called, each with how many there are."""
    verdicts = of_area(verdicts_of(reading, group), area)
    counted = {word: verdicts.filter(pl.col("verdict") == kind).height for word, kind in VERDICT_OF_WORD.items()}
    names = {word: f"{VERDICTS[kind].capitalize()} ({counted[word]})" for word, kind in VERDICT_OF_WORD.items()}
    return {ALL: f"Alle ({verdicts.height})"} | names


@cached
def verdicts_of(reading: Reading, group: Group) -> pl.DataFrame:
    """Return the verdicts, each in words as well, with the names of those who have the highest points."""
    verdicts = answers.verdicts(reading, group.evaluations)
    rows = verdicts.to_dicts()
    return verdicts.with_columns(
        told=pl.Series([verdict_text(row, group.names) for row in rows], dtype=pl.String),
        verdict_name=pl.Series([VERDICTS[row["verdict"]] for row in rows], dtype=pl.String),
        leader_name=pl.Series([group.names.get(row["leader"]) for row in rows], dtype=pl.String),
        whose=pl.Series([listed([group.names[key] for key in row["who"] or []]) for row in rows], dtype=pl.String),
    )


def verdict_headings(group: Group) -> dict[str, str]:
    """Return the headings of the verdicts in files."""
    return (
        {"code": "Kode", "label": "Underspørsmål", "maximum_points": "Maksimum"}
        | {one.municipality: one.name for one in group.evaluations}
        | {"verdict_name": "Dom", "leader_name": "Best", "lead": "Poeng foran nummer to"}
    )


def _figure(reading: Reading, one: Evaluation) -> Column:
    areas = {
        area: link(reading, "kommune", kommune=one.municipality, aar=one.year, omrade=area) for area in range(1, 9)
    }

    def address(row: Row) -> str | None:
        return None if row[one.municipality] is None else areas[row["area"]]

    def highest(row: Row) -> bool:
        return row["verdict"] not in ("equal", "not_comparable") and one.municipality in row["who"]

    return Column(one.name, one.municipality, lambda row: _points(row[one.municipality]), True, address, highest)


def _points(value: float | None) -> str:
    return number(value, 0 if value is None else 1)


def of_maximum(row: Row) -> str:
    """Return the highest figure, `13,9 av 15`."""
    return f"{_points(row['best'])} av {row['maximum_points']}"


def show_best_of_all(reading: Reading, group: Group, area: int) -> None:
    """Draw the best figure of each question, as what exists among them today; with no area chosen, folded."""
    best = _best_of_all(reading, group, area)
    if not best.html:
        return
    with st.container(key="best_of_all" if area else "folded_best_of_all"):
        st.subheader("Beste av alle", anchor=False)
        st.markdown(f"{TODAY} Det høyeste på hvert område står i tabellen over områdene.")
        if area:
            show_table(best)
            return
        with folded(f"Tabell: {_best(reading, group, area).height} underspørsmål", "best of all") as fold:
            if fold.open:
                show_table(best)


@cached
def _best(reading: Reading, group: Group, area: int) -> pl.DataFrame:
    return of_area(verdicts_of(reading, group), area).filter(pl.col("best").is_not_null())


@cached
def _best_of_all(reading: Reading, group: Group, area: int) -> Table:
    best = _best(reading, group, area)
    headings = {"code": "Kode", "label": "Underspørsmål", "maximum_points": "Maksimum", "best": "Høyest"}
    title, notes = f"{group.title}: beste av alle per underspørsmål", notes_on(reading, None, TODAY)
    return table(reading, title, BEST, best, notes, file=(best, headings | {"whose": "Hvem"}))


BEST = [
    question,
    Column("Høyest", "best", of_maximum, numeric=True),
    Column("Av maks.", "n", lambda row: f"{number(100 * row['best'] / row['maximum_points'])}\u00a0%", numeric=True),
    Column("Hvem", "whose"),
]
