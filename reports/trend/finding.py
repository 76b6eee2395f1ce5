"""What the page says first: which area moved most from the first to the last evaluation, and how the total moved."""

from typing import Any

import polars as pl

from data.catalogues import named
from data.language import Sentence, _, counted, joined
from data.numbers import first_lower
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.trend import trend
from queries.trend_span import trend_span
from reports.content import Heading, Paragraph, Section, section
from reports.view import View

MOST_NAMED = 3
"""Areas with the same change that are named; more than that are counted."""


@cached
def finding(view: View, focus: Evaluation) -> Section:
    """Return the title that states the finding, and sentences on the total and on what a revision means for it."""
    spans = newest_span(view, focus)
    total = next(spans.filter(pl.col("area") == 0).iter_rows(named=True), None)
    return section(
        "hode",
        Heading(title(view, focus), 1),
        Paragraph(_total_sentence(total), "lead") if total else _only_total(view, focus),
        Paragraph(total["revised"]) if total and total["revised"] else None,
        *(Paragraph(text, "caption") for text in _not_compared(view, focus, spans)),
    )


def newest_span(view: View, focus: Evaluation) -> pl.DataFrame:
    """Return the rows of `trend_span` of the family measured last among those measured twice; empty without one."""
    spans = trend_span(view.snapshot, focus.municipality)
    return spans.filter(pl.col("family") == pl.col("family").first())


def title(view: View, focus: Evaluation) -> Sentence:
    """Return the finding as one sentence: the largest change of an area that matters, else that there is none."""
    spans = newest_span(view, focus)
    areas, total = spans.filter(pl.col("area") > 0), spans.filter(pl.col("area") == 0)
    if not areas.is_empty():
        return _of_areas(focus.name, areas)
    if not total.is_empty():
        return _of_total(focus.name, total.row(0, named=True))
    return _of_nothing(view, focus)


def between(row: dict[str, Any]) -> dict[str, str]:
    """Return the first and the last year of a change as `since` and `until`, with the version where both are alike."""
    if row["year"] != row["year_before"]:
        return {"since": row["year_label_before"], "until": row["year_label"]}
    values = {"since": row["version_before"], "until": row["version"], "year": row["year_label"]}
    return {name: _("{year} (versjon {version})", year=row["year_label"], version=values[name]) for name in _ENDS}


_ENDS = ("since", "until")


def _of_areas(name: str, areas: pl.DataFrame) -> Sentence:
    moved = areas.filter("matters").sort(pl.col("change").abs(), "area", descending=[True, False])
    if moved.is_empty() and areas.height < 8:
        return counted(
            "{name}: det ene området som er målt to ganger, flyttet seg ikke så det betyr noe",
            "{name}: ingen av de {n} områdene som er målt to ganger, flyttet seg så det betyr noe",
            areas.height,
            name=name,
        )
    if moved.is_empty():
        return _("{name}: ingen områder flyttet seg så det betyr noe", name=name)
    first = moved.row(0, named=True)
    alike = moved.filter(
        pl.col("change").abs() == abs(first["change"]),
        pl.col("evaluation_before") == first["evaluation_before"],
        pl.col("evaluation") == first["evaluation"],
    ).to_dicts()
    up, down = ([row for row in alike if (row["change"] > 0) == is_up] for is_up in (True, False))
    values = {"name": name, "distance": abs(first["change"]), **between(first)}
    if up and down:
        return _(
            "{name} steg {distance:shortest} poeng i {up} og falt {distance:shortest} i {down} fra {since} til {until}",
            up=_named(up),
            down=_named(down),
            **values,
        )
    if up:
        return _("{name} steg {distance:shortest} poeng i {up} fra {since} til {until}", up=_named(up), **values)
    return _("{name} falt {distance:shortest} poeng i {down} fra {since} til {until}", down=_named(down), **values)


def _named(rows: list[dict[str, Any]]) -> Sentence | list[str]:
    if len(rows) > MOST_NAMED:
        return _("{n:number} områder", n=len(rows))
    return [first_lower(named(row["short"])) for row in rows]


def _of_total(name: str, row: dict[str, Any]) -> Sentence:
    values = {"name": name, "distance": abs(row["change"]), **row, **between(row)}
    if not row["settled"]:
        return _("{name}: totalen gikk fra {before:shortest} i {since} til {points:shortest} i {until}", **values)
    if not row["matters"]:
        return _("{name}: totalen flyttet seg ikke så det betyr noe fra {since} til {until}", **values)
    if row["change"] > 0:
        return _("{name} steg {distance:shortest} poeng i alt fra {since} til {until}", **values)
    return _("{name} falt {distance:shortest} poeng i alt fra {since} til {until}", **values)


def _of_nothing(view: View, focus: Evaluation) -> Sentence:
    evaluations = _evaluations(view, focus)
    if len(evaluations) < 2:
        year = evaluations[0]["year_label"] if evaluations else focus.year_label
        return _("{name}: bare én evaluering her, fra {year}", name=focus.name, year=year)
    years = [row["year_label"] for row in evaluations]
    if len({row["family"] for row in evaluations}) == len(evaluations):
        return _("{name}: evalueringene fra {years} kan ikke sammenlignes", name=focus.name, years=years)
    return _("{name}: ingen tall er kjent fra to evalueringer som kan sammenlignes", name=focus.name)


def _evaluations(view: View, focus: Evaluation) -> list[dict[str, Any]]:
    """Return the evaluations with any points, oldest first, with year, label, version and family."""
    known = trend(view.snapshot, focus.municipality).filter(pl.col("points").is_not_null())
    return known.select("year", "year_label", "version", "family").unique().sort("year", "version").to_dicts()


def _total_sentence(row: dict[str, Any]) -> str:
    """Return the change of the total, also by other stated totals."""
    values = {**row, **between(row)}
    if not row["change"]:
        said = _("Totalen er {points:shortest} både i {since} og i {until}.", **values)
    elif row["matters"]:
        said = _(
            "Totalen gikk fra {before:shortest} i {since} til {points:shortest} i {until}: {change:signed}.", **values
        )
    else:
        said = _(
            "Totalen gikk fra {before:shortest} i {since} til {points:shortest} i {until}: {change:signed}, for lite "
            "til å tillegges vekt.",
            **values,
        )
    return joined(said, _("{restated}", **row)) if row["restated"] else said


def _only_total(view: View, focus: Evaluation) -> Paragraph | None:
    known = trend(view.snapshot, focus.municipality).filter(pl.col("area") == 0, pl.col("points").is_not_null())
    if known.height != 1:
        return None
    row = known.row(0, named=True)
    return Paragraph(_("Totalen var {points:shortest} av 800 poeng ({year_label}).", **row), "lead")


def _not_compared(view: View, focus: Evaluation, spans: pl.DataFrame) -> list[Sentence]:
    """Return why some evaluations, or all, are compared with nothing."""
    evaluations = _evaluations(view, focus)
    if len(evaluations) < 2:
        return [_("En endring vises når kommunen er evaluert to ganger med versjoner som kan sammenlignes.")]
    if spans.is_empty():
        versions = list(dict.fromkeys(row["version"] for row in evaluations))
        if len(versions) == 1:
            return []
        return [_("Versjon {versions} har ulike spørsmål og poeng. Derfor vises ingen endring.", versions=versions)]
    later = [row for row in evaluations if row["year"] > spans["year"].max() and row["family"] != spans["family"][0]]
    return [
        _(
            "Evalueringen fra {year_label} er gjort med versjon {version}, som ikke kan sammenlignes med de tidligere.",
            **row,
        )
        for row in later
    ]
