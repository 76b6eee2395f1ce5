"""Table of the areas and the total of a municipality, one row each, with the evaluations across."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any

import polars as pl

from data.catalogues import named
from data.language import Sentence, _, counted
from data.numbers import HARD_SPACE
from queries.evaluation import Evaluation
from reports.origin import origin
from reports.table import Column, Row, Table
from reports.trend.totals import WITHIN_A_FAMILY

BREAK = "\N{BOX DRAWINGS LIGHT QUADRUPLE DASH VERTICAL}"
"""Stands between two families, over which nothing is compared."""


def across_years(focus: Evaluation, key: str, rows: pl.DataFrame, spans: pl.DataFrame) -> Table:
    """Return the table of these rows of `trend`, with the change of the family in `spans` that is measured last."""
    evaluations = _evaluations(rows)
    families = [one["family"] for one in evaluations]
    changed = spans.filter(pl.col("family").is_in(families))
    changed = changed.filter(pl.col("family") == pl.col("family").first())
    wide = _wide(rows, evaluations).join(changed.select("area", "change", "matters"), "area", "left")
    newest = len(evaluations) - 1
    columns = [
        Column(_("Kommune"), lambda _row: focus.name, only="file"),
        Column(_("Område"), _figure, shown=_unbroken, strong=lambda row: row["area"] == 0),
        *_year_columns(evaluations, newest),
        Column(_("Endring"), "change", "difference", 0, small=lambda row: row["matters"] is False),
        Column(_("Stor nok til å tillegges vekt"), "matters", only="file"),
    ]
    return Table(
        key,
        _("{name}: poeng for hvert område og i alt", name=focus.name),
        columns,
        wide.sort(pl.col("area") == 0, "area"),
        notes=[*_notes(changed, rows, evaluations)],
        origin=origin(None, _(WITHIN_A_FAMILY), sources=rows["source"].to_list()),
    )


def _evaluations(rows: pl.DataFrame) -> list[dict[str, Any]]:
    """Return the evaluations, family by family as they were first measured, oldest first."""
    evaluations = rows.select("year", "year_label", "version", "family", "evaluation").unique().sort("year", "version")
    families = evaluations["family"].unique(maintain_order=True).to_list()
    return sorted(evaluations.to_dicts(), key=lambda one: families.index(one["family"]))


def _wide(rows: pl.DataFrame, evaluations: list[dict[str, Any]]) -> pl.DataFrame:
    points = [
        pl.col("points").filter(pl.col("evaluation") == one["evaluation"]).first().alias(f"points {index}")
        for index, one in enumerate(evaluations)
    ]
    return rows.group_by("area").agg(pl.col("short").last(), *points)


def _year_columns(evaluations: list[dict[str, Any]], newest: int) -> Iterator[Column]:
    for index, one in enumerate(evaluations):
        if index and one["family"] != evaluations[index - 1]["family"]:
            yield Column(BREAK, lambda _row: BREAK, only="screen")
        heading = _("{year} ({version})", year=one["year_label"], version=one["version"])
        strong = (lambda _row: True) if index == newest else None
        yield Column(heading, f"points {index}", "number", strong=strong)


def _notes(changed: pl.DataFrame, rows: pl.DataFrame, evaluations: list[dict[str, Any]]) -> Iterator[Sentence]:
    if not changed.is_empty():
        compared = rows.filter(pl.col("family") == changed["family"][0])
        versions = compared["version"].unique(maintain_order=True).to_list()
        yield counted(
            "Endring fra første til siste evaluering med versjon {versions}.",
            "Endring fra første til siste evaluering med versjon {versions}.",
            len(versions),
            versions=versions,
        )
    if changed["matters"].eq(other=False).any():
        yield _("I parentes: for liten til å tillegges vekt.")
    families = [list(together) for _family, together in groupby(evaluations, lambda one: one["family"])]
    for older, newer in pairwise(families):
        versions = _versions(older)
        yield counted(
            "{sign} Versjon {older} kan ikke sammenlignes med {newer}: ingen endring vises over streken.",
            "{sign} Versjon {older} kan ikke sammenlignes med {newer}: ingen endring vises over streken.",
            len(versions),
            sign=BREAK,
            older=versions,
            newer=_versions(newer),
        )


def _versions(evaluations: list[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(one["version"] for one in evaluations))


def _figure(row: Row) -> str:
    return f"{row['area']} {named(row['short'])}" if row["area"] else _("Totalt")


def _unbroken(row: Row) -> str:
    return _figure(row).replace(" ", HARD_SPACE)
