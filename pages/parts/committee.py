"""The workbook that a merger committee takes away."""

from functools import partial

import polars as pl

from charts.committee_workbook import SOURCES, Table, committee_workbook
from charts.verdicts import EQUALS, TODAY, verdict_rules
from pages.parts.dataset import notes_on, titled
from pages.parts.files import offer
from pages.parts.merger_areas import area_headings, areas_of
from pages.parts.merger_borders import borders
from pages.parts.merger_gaps import GAP_HEADINGS, common_gaps_of
from pages.parts.merger_summary import told
from pages.parts.merger_transfers import TRANSFER_HEADINGS, transfers_of
from pages.parts.merger_verdicts import verdict_headings, verdicts_of
from pages.parts.merging import Group
from queries.reading import Reading
from queries.settings import settings

SOURCE_HEADINGS = {
    "name": "Kommune",
    "number": "Kommunenummer",
    "year": "Evaluert",
    "version": "Versjon",
    "population": "Innbyggere",
    "population_date": "Innbyggertall per",
    "source": "Kilde",
}


def offer_committee_workbook(reading: Reading, group: Group) -> None:
    """Offer the whole page as one workbook."""
    title = titled(reading, f"Sammenslåing: {group.title}")
    offer("Excel", title, partial(_made, reading, group, title), label="Last ned arbeidsboken for fellesnemnda (Excel)")


def _made(reading: Reading, group: Group, title: str) -> bytes:
    rules = [EQUALS, TODAY, verdict_rules(settings(reading))]
    paragraphs = [*told(reading, group), *borders(reading, group.names), *rules]
    tables: dict[str, Table] = {
        "Dommer": (verdicts_of(reading, group), verdict_headings(group)),
        "Overføring": (transfers_of(reading, group), TRANSFER_HEADINGS),
        "Felles mangler": (common_gaps_of(reading, group), GAP_HEADINGS),
        "Poeng": _figures(reading, group),
        SOURCES: (_sources(group), SOURCE_HEADINGS),
    }
    return committee_workbook(title, paragraphs, tables, notes_on(reading))


def _figures(reading: Reading, group: Group) -> Table:
    """Return total, areas and questions one under the other, with the highest of each and whose it is."""
    headings = area_headings(group)
    questions = verdicts_of(reading, group).drop("area").rename({"code": "area", "label": "name"})
    areas = areas_of(reading, group).with_columns(pl.col("area").cast(pl.String))
    totals = areas.with_columns(area=pl.when(pl.col("area") == "0").then(pl.lit("alle")).otherwise("area"))
    both = pl.concat([frame.select(list(headings)) for frame in (totals, questions)], how="vertical_relaxed")
    return both, headings | {"area": "Kode"}


def _sources(group: Group) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "name": one.name,
                "number": one.municipality,
                "year": one.year_label,
                "version": one.version,
                "population": one.population,
                "population_date": one.population_date,
                "source": one.source or "ikke oppgitt",
            }
            for one in group.evaluations
        ],
        infer_schema_length=None,
    )
