"""What can be taken over from whom, when municipalities merge."""

from html import escape
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import polars as pl
import streamlit as st

from data.norwegian import listed, number
from pages.parts import answers
from pages.parts.dataset import notes_on, titled
from pages.parts.html import Html
from pages.parts.links import words_of
from pages.parts.merger_areas import sources
from pages.parts.merger_verdicts import of_area, question
from pages.parts.merging import Group
from pages.parts.table import Column, Row, Table, show_table, table_html
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.reading import Reading
from queries.settings import settings

PAGES = Path(__file__).parents[1]
PRAISE = '<p class="facts">Styrker i området hos dem det kan hentes fra</p><ul class="statements">{items}</ul>'


def show_transfers(reading: Reading, group: Group, area: int) -> None:
    """Draw, area by area, what can be taken over from whom, with what the evaluators praised there."""
    st.subheader("Hva kan overføres, fra hvem og til hvem", anchor=False)
    limits, transfers = settings(reading), _table(reading, group, area)
    if not transfers.html:
        st.markdown(
            f"Ingen her har minst {limits['leader_share']} prosent av poengene og ligger minst "
            f"{limits['question_difference']} prosent av maksimum foran noen annen."
        )
        return
    with st.container(key="transfers"):
        show_table(transfers)
    first = group.evaluations[0]
    st.page_link(
        PAGES / "best_practice.py",
        label="Beste praksis innenfor gruppen, én kommune om gangen",
        icon=":material/arrow_forward:",
        query_params=words_of(
            reading, kommune=first.municipality, aar=first.year, gruppe="utvalg", utvalg=",".join(group.names)
        ),
    )


@cached
def _table(reading: Reading, group: Group, area: int) -> Table:
    """Return the transfer list, drawn as one table an area."""
    shown = of_area(transfers_of(reading, group), area)
    areas, limits = answers.area_names(reading, group.evaluations[0].version), settings(reading)
    drawn = [
        _transfers_of(reading, group, f"{one} {areas[one]}", one, rows)
        for (one,), rows in shown.partition_by("area", as_dict=True, maintain_order=True).items()
    ]
    about = (
        f"Der den beste har minst {limits['leader_share']}\u00a0% av maksimum: fra alle som er mindre enn "
        f"{limits['question_difference']}\u00a0% av maksimum bak den beste, til alle som er minst så langt bak. "
        "Poengene er hvor mye den beste har mer. Styrkene er evaluerernes ord om hele området."
    )
    notes = notes_on(reading, None, *sources(group))
    name = f"{group.title}: overføring"
    return Table(name, titled(reading, name), Html("".join(drawn)), [about], lambda: (shown, TRANSFER_HEADINGS), notes)


TRANSFER_HEADINGS = {
    "code": "Kode",
    "label": "Underspørsmål",
    "maximum_points": "Maksimum",
    "from_name": "Fra",
    "to_name": "Til",
    "points": "Poeng",
    "strengths": "Styrker hos den det hentes fra, i området",
}


@cached
def transfers_of(reading: Reading, group: Group) -> pl.DataFrame:
    """Return the transfer list with names, and the strengths of the giver in the area."""
    transfers = answers.transfers(reading, group.evaluations)
    praised = {
        (one.municipality, area): " ".join(texts)
        for one in group.evaluations
        for area, texts in strengths(reading, one).items()
    }
    rows = transfers.to_dicts()
    return transfers.with_columns(
        from_name=pl.Series([group.names[row["from"]] for row in rows], dtype=pl.String),
        to_name=pl.Series([group.names[row["to"]] for row in rows], dtype=pl.String),
        strengths=pl.Series([praised.get((row["from"], row["area"])) for row in rows], dtype=pl.String),
    )


@cached
def strengths(reading: Reading, one: Evaluation) -> dict[int, list[str]]:
    """Return what the evaluators praised, by area."""
    remarks = answers.asked(reading, "remarks", evaluation=one.evaluation).filter(pl.col("kind") == "strength")
    return dict(remarks.group_by("area", maintain_order=True).agg("text").iter_rows())


def _transfers_of(reading: Reading, group: Group, name: str, area: int, rows: pl.DataFrame) -> str:
    told = [_transfer(list(of_question)) for _, of_question in groupby(rows.to_dicts(), itemgetter("code"))]
    columns = [question, Column("Fra", "from"), Column("Til, og hvor mye", "to")]
    givers = rows["from"].unique(maintain_order=True).to_list()
    praise = {
        one.name: strengths(reading, one).get(area, []) for one in group.evaluations if one.municipality in givers
    }
    items = "".join(f"<li>{escape(giver)}: {escape(' '.join(texts))}</li>" for giver, texts in praise.items() if texts)
    return table_html(name, columns, told) + (PRAISE.format(items=items) if items else "")


def _transfer(rows: list[dict[str, Any]]) -> Row:
    """Return one row for all who give and take a question, each named once."""
    givers = dict.fromkeys(row["from_name"] for row in rows)
    takers = {row["to"]: f"{row['to_name']} +{number(row['points'], 1)}" for row in rows}
    return rows[0] | {"from": listed(list(givers)), "to": listed(list(takers.values()))}
