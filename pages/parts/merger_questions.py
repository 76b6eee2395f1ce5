"""The questions of municipalities that merge: verdicts, what can be taken over, what all lack, and the best."""

from html import escape
from pathlib import Path

import polars as pl
import streamlit as st

from charts.verdicts import TODAY, VERDICTS, verdict_rules, verdict_text
from data.norwegian import listed, number, shortest
from pages.parts import answers
from pages.parts.address import choose_few, fall_back, link, whole, words_of
from pages.parts.choices import known_word
from pages.parts.dataset import notes_on
from pages.parts.merger_areas import sources
from pages.parts.merging import Group
from pages.parts.picture import offer_table
from pages.parts.table import Column, Row, points, show_table
from queries.evaluation import Evaluation
from queries.reading import Reading
from queries.settings import settings

PAGES = Path(__file__).parents[1]
ALL = "alle"
VERDICT_OF_WORD = {
    "best": "best", "mangel": "common_gap", "likt": "equal", "delt": "divided", "uten": "not_comparable",
}  # fmt: skip
SHOWN_OUTSIDE = 3
question = Column("Underspørsmål", "label", lambda row: f"{row['code']} {row['label']}")


def chosen_part(reading: Reading, group: Group) -> int:
    """Draw the choice of area for all that follows, and return it; 0 is all of them."""
    areas = answers.areas(reading, group.evaluations[0].version)
    shorts = dict(areas.select("area", "short").iter_rows()) | {0: "Alle"}
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
    verdicts = of_area(verdicts_of(reading, group), area)
    chosen = _chosen_verdict(verdicts)
    shown = verdicts if chosen == ALL else verdicts.filter(pl.col("verdict") == VERDICT_OF_WORD[chosen])
    title = f"{group.title}: én dom per underspørsmål"
    if shown.is_empty():
        st.info("Ingen underspørsmål har denne dommen her.")
    else:
        columns = [question, Column("Dom", "told"), points("Maks.", "maximum_points")]
        show_table(title, [*columns, *(_figure(one) for one in group.evaluations)], shown.to_dicts())
    st.caption(
        f"{verdict_rules(settings(reading))} Det høyeste er uthevet, unntatt der det er likt. Et tall fører "
        "til området på kommunens egen side."
    )
    offer_table(reading, title, shown, verdict_headings(group), notes_on(reading, None, *sources(group)))


def _chosen_verdict(verdicts: pl.DataFrame) -> str:
    counted = {word: verdicts.filter(pl.col("verdict") == kind).height for word, kind in VERDICT_OF_WORD.items()}
    names = {word: f"{VERDICTS[kind].capitalize()} ({counted[word]})" for word, kind in VERDICT_OF_WORD.items()}
    names = {ALL: f"Alle ({verdicts.height})"} | names
    return str(choose_few("Dom", "dom", list(names), known_word("dom", names, ALL), names.__getitem__))


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


def _figure(one: Evaluation) -> Column:
    def address(row: Row) -> str | None:
        if row[one.municipality] is None:
            return None
        return link("kommune", kommune=one.municipality, aar=one.year, omrade=row["area"])

    def highest(row: Row) -> bool:
        return row["verdict"] not in ("equal", "not_comparable") and one.municipality in row["who"]

    return Column(one.name, one.municipality, lambda row: _points(row[one.municipality]), True, address, highest)


def _points(value: float | None) -> str:
    return number(value, 0 if value is None else 1)


def _of_maximum(row: Row) -> str:
    return f"{_points(row['best'])} av {row['maximum_points']}"


def show_transfers(reading: Reading, group: Group, area: int) -> None:
    """Draw, area by area, what can be taken over from whom, with what the evaluators praised there."""
    st.subheader("Hva kan overføres, fra hvem og til hvem", anchor=False)
    transfers = transfers_of(reading, group)
    shown = of_area(transfers, area)
    limits = settings(reading)
    if shown.is_empty():
        st.markdown(
            f"Ingen her har minst {limits['leader_share']} prosent av poengene og ligger minst "
            f"{limits['question_difference']} prosent av maksimum foran noen annen."
        )
        return
    areas = dict(answers.areas(reading, group.evaluations[0].version).select("area", "name").iter_rows())
    with st.container(key="transfers"):
        for (one,), rows in shown.partition_by("area", as_dict=True, maintain_order=True).items():
            _show_transfers_of(reading, group, f"{one} {areas[one]}", int(one), rows)
    st.caption(
        f"Der den beste har minst {limits['leader_share']}\u00a0% av maksimum: fra alle som er mindre enn "
        f"{limits['question_difference']}\u00a0% av maksimum bak den beste, til alle som er minst så langt bak. "
        "Poengene er hvor mye den beste har mer. Styrkene er evaluerernes ord om hele området."
    )
    title = f"{group.title}: overføring"
    offer_table(reading, title, shown, TRANSFER_HEADINGS, notes_on(reading, None, *sources(group)))
    first = group.evaluations[0]
    st.page_link(
        PAGES / "best_practice.py",
        label="Beste praksis innenfor gruppen, én kommune om gangen",
        icon=":material/arrow_forward:",
        query_params=words_of(
            kommune=first.municipality, aar=first.year, gruppe="utvalg", utvalg=",".join(group.names)
        ),
    )


TRANSFER_HEADINGS = {
    "code": "Kode",
    "label": "Underspørsmål",
    "maximum_points": "Maksimum",
    "from_name": "Fra",
    "to_name": "Til",
    "points": "Poeng",
    "strengths": "Styrker hos den det hentes fra, i området",
}


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


def strengths(reading: Reading, one: Evaluation) -> dict[int, list[str]]:
    """Return what the evaluators praised, by area."""
    remarks = answers.asked(reading, "remarks", evaluation=one.evaluation).filter(pl.col("kind") == "strength")
    return dict(remarks.group_by("area", maintain_order=True).agg("text").iter_rows())


def _show_transfers_of(reading: Reading, group: Group, name: str, area: int, rows: pl.DataFrame) -> None:
    told = [_transfer(code_rows) for code_rows in rows.partition_by("code", maintain_order=True)]
    columns = [question, Column("Fra", "from"), Column("Til, og hvor mye", "to")]
    show_table(name, columns, told)
    givers = rows["from"].unique(maintain_order=True).to_list()
    praise = {
        one.name: strengths(reading, one).get(area, []) for one in group.evaluations if one.municipality in givers
    }
    items = "".join(f"<li>{escape(giver)}: {escape(' '.join(texts))}</li>" for giver, texts in praise.items() if texts)
    if items:
        st.html(f'<p class="facts">Styrker i området hos dem det kan hentes fra</p><ul class="statements">{items}</ul>')


def _transfer(rows: pl.DataFrame) -> Row:
    first = rows.row(0, named=True)
    takers = rows.unique("to", maintain_order=True).to_dicts()
    return {
        **first,
        "from": listed(rows["from_name"].unique(maintain_order=True).to_list()),
        "to": listed([f"{row['to_name']} +{_points(row['points'])}" for row in takers]),
    }


def show_common_gaps(reading: Reading, group: Group, area: int) -> None:
    """Draw what none of them does well, with most points at stake first, and who outside does it well."""
    st.subheader("Felles mangler", anchor=False)
    limits = settings(reading)
    shown = of_area(common_gaps_of(reading, group), area)
    if shown.is_empty():
        st.markdown(
            f"I ingen underspørsmål her som kan sammenlignes, ligger alle under {limits['common_gap_share']} prosent "
            "av poengene."
        )
        return
    first = group.evaluations[0]

    def learn(row: Row) -> str:
        return link("beste-praksis", kommune=first.municipality, aar=first.year, sporsmal=row["code"])

    columns = [
        Column("Underspørsmål", "label", lambda row: f"{row['code']} {row['label']}", address=learn),
        points("Igjen", "at_stake", 1),
        Column(
            "Høyest hos dem", "best", lambda row: f"{_points(row['best'])} av {row['maximum_points']}", numeric=True
        ),
        Column("Hvem", "whose"),
        Column("Gjør det godt utenfor", "outside"),
    ]
    title = f"{group.title}: felles mangler"
    show_table(title, columns, shown.to_dicts())
    st.caption(
        f"Alle ligger under {limits['common_gap_share']}\u00a0% av maksimum. Igjen er maksimum minus det høyeste hos "
        f"dem. Utenfor: de med minst {limits['leader_share']}\u00a0% av maksimum, samme størrelsesgruppe først, "
        f"deretter flest poeng, siste evaluering til og med {group.year}."
    )
    offer_table(reading, title, shown, GAP_HEADINGS, notes_on(reading, None, *sources(group)))


GAP_HEADINGS = {
    "code": "Kode",
    "label": "Underspørsmål",
    "maximum_points": "Maksimum",
    "best": "Høyest hos dem",
    "whose": "Hvem",
    "at_stake": "Igjen",
    "outside": "Gjør det godt utenfor",
}


def common_gaps_of(reading: Reading, group: Group) -> pl.DataFrame:
    """Return the common gaps with names, and who outside the group does each well."""
    gaps = answers.common_gaps(reading, group.evaluations)
    outside = answers.well_done_outside(reading, group.evaluations, group.year)
    rows = gaps.to_dicts()
    return gaps.with_columns(
        whose=pl.Series([listed([group.names[key] for key in row["who"]]) for row in rows], dtype=pl.String),
        outside=pl.Series([_outside(outside.filter(pl.col("code") == row["code"])) for row in rows], dtype=pl.String),
    )


def _outside(who: pl.DataFrame) -> str:
    if who.is_empty():
        return "ingen vi har tall for"
    told = [f"{row['name']} ({_points(row['points'])})" for row in who.head(SHOWN_OUTSIDE).to_dicts()]
    more = who.height - len(told)
    return ", ".join(told) + (f" og {more} til" if more else "")


def show_best_of_all(reading: Reading, group: Group, area: int) -> None:
    """Draw the best figure of each question, as what exists among them today."""
    verdicts = of_area(verdicts_of(reading, group), area).filter(pl.col("best").is_not_null())
    if verdicts.is_empty():
        return
    st.subheader("Beste av alle", anchor=False)
    st.markdown(f"{TODAY} Det høyeste på hvert område står i tabellen over områdene.")
    title = f"{group.title}: beste av alle per underspørsmål"
    columns = [
        question,
        Column("Høyest", "best", _of_maximum, numeric=True),
        Column(
            "Av maks.", "n", lambda row: f"{shortest(round(100 * row['best'] / row['maximum_points']))}\u00a0%", True
        ),
        Column("Hvem", "whose"),
    ]
    with st.expander(f"Tabell: {verdicts.height} underspørsmål", expanded=bool(area)):
        show_table(title, columns, verdicts.to_dicts())
        headings = {"code": "Kode", "label": "Underspørsmål", "maximum_points": "Maksimum", "best": "Høyest"}
        offer_table(reading, title, verdicts, headings | {"whose": "Hvem"}, notes_on(reading, None, TODAY))
