"""What a measure opens: the verdict with its figures, the evidence beside them, and each linked question."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from data.catalogues import Written
from data.language import P_, Sentence, _, counted
from data.numbers import MISSING, first_upper, number, percent, signed_percent
from data.plans.rows import Evidence
from data.plans.words import LEVEL_NAMES
from queries.plans import plans
from queries.settings import settings
from queries.trend_notes import stricter_version
from reports.content import Beside, Bullets, Content, Fold, Item, Paragraph
from reports.followup.choice import Choice
from reports.followup.missing import why
from reports.followup.words import VERDICT_NAMES, difference
from reports.links import link
from reports.plan_words import known_date, quoted
from reports.table import Column, Row, Table
from reports.view import View

REST_OF_AREAS = P_("Resten, {n} område uten tiltak", "Resten, {n} områder uten tiltak")
REST_OF_QUESTIONS = P_("Resten, {n} underspørsmål uten tiltak", "Resten, {n} underspørsmål uten tiltak")


def opened(view: View, choice: Choice, row: Row, lines: pl.DataFrame | None) -> Fold:
    """Return what a row of the table opens; `lines` are the questions that the measure is linked to, None if none."""
    title = quoted(Written(row["title"]) if row["title"] else None)
    figures = Bullets(tuple(Item(text) for text in _figures(view, row)), first_upper(_said(view, choice, row)))
    contents: list[Content] = [Beside(((figures,), (_evidence(view, row),)), (3, 2))]
    if lines is not None:
        contents.append(Beside(((_questions(row, lines),),)))
    chosen = {"kommune": choice.municipality, "program": row["programme"], "tiltak": row["measure"]}
    contents.append(Paragraph(_("Se tiltaket"), "next", link("tiltak", **chosen)))
    return Fold(f"tiltak-{row['measure']}", _("Mer om {title}", title=title), tuple(contents))


def _said(view: View, choice: Choice, row: Row) -> Sentence:
    """Return the verdict with its figures, or why there is none."""
    if row["verdict"] == "cannot_say":
        return _("{verdict}: {reason}", verdict=_(VERDICT_NAMES["cannot_say"]), reason=why(view, choice, dict(row)))
    values = {
        "verdict": _(VERDICT_NAMES[row["verdict"]]),
        "difference": difference(view, row),
        "threshold": settings(view.snapshot)["followup_difference"],
    }
    return _("{verdict}: {difference} prosentpoeng mot resten, der grensen er {threshold}.", **values)


def _figures(view: View, row: Row) -> Iterator[Sentence]:
    if row["change"] is None:
        return
    yield _(
        "Det tiltaket gjelder, gikk fra {before:tenths} til {after:tenths} av {maximum:shortest} poeng "
        "({start} til {end}): {change} av maksimum.",
        **{name: row[name] for name in ("before", "after", "maximum")},
        start=percent(100 * row["before"] / row["maximum"]),
        end=percent(100 * row["after"] / row["maximum"]),
        change=signed_percent(row["change"], 1),
    )
    if row["counted"] < row["linked"]:
        yield _("Bare {counted} av {linked} har poeng i begge evalueringene og er regnet med.", **_numbers(row))
    if row["verdict"] != "cannot_say":
        rest = REST_OF_AREAS if row["tied_to"] == "areas" else REST_OF_QUESTIONS
        change = signed_percent(row["untouched_change"], 1)
        yield _("{rest}: {change} av maksimum.", rest=counted(*rest, row["untouched"]), change=change)
    yield _others(view, row)
    yield _way(row)
    if row["before_version"] != row["after_version"]:
        yield stricter_version({"version": row["after_version"], "version_before": row["before_version"]})


def _numbers(row: Row) -> dict[str, str]:
    return {name: number(row[name]) for name in ("counted", "linked")}


def _others(view: View, row: Row) -> Sentence:
    """Return how others moved on the same, or that they are too few."""
    years = {name: row[name] for name in ("before_label", "after_label")}
    if row["others_change"] is not None:
        return counted(
            "{n} annen kommune målt i {before_label} og {after_label} med de samme versjonene, på det samme: {change} "
            "av maksimum i gjennomsnitt.",
            "{n} andre kommuner målt i {before_label} og {after_label} med de samme versjonene, på det samme: {change} "
            "av maksimum i gjennomsnitt.",
            row["others_n"],
            change=signed_percent(row["others_change"], 1),
            **years,
        )
    return counted(
        "{n} annen kommune har tall for det samme i {before_label} og {after_label} med de samme versjonene; med "
        "færre enn {fewest} vises ikke hvordan det gikk med dem.",
        "{n} andre kommuner har tall for det samme i {before_label} og {after_label} med de samme versjonene; med "
        "færre enn {fewest} vises ikke hvordan det gikk med dem.",
        row["others_n"],
        fewest=settings(view.snapshot)["fewest_compared"],
        **years,
    )


def _way(row: Row) -> Sentence:
    """Return how much of the way to the target is gone, or why that cannot be computed."""
    values = {name: row[name] for name in ("before", "target")}
    if row["progress"] is not None:
        share = percent(100 * row["progress"])
        return _("{share} av veien fra {before:tenths} til målet på {target:tenths} poeng.", share=share, **values)
    if row["target"] is None:
        return _("Veien til målet kan ikke regnes ut: ikke alt tiltaket gjelder, har et mål i poeng.")
    return _(
        "Veien til målet kan ikke regnes ut: målet på {target:tenths} er ikke over de {before:tenths} fra før.",
        **values,
    )


def _evidence(view: View, row: Row) -> Content:
    """Return what was seen of the measure, by level, from experience to operating result."""
    measure = plans(view.snapshot).measures.get(row["measure"])
    seen = sorted(measure.evidence if measure else (), key=lambda one: one.level)
    items = tuple(Item(_seen(one), _level(one)) for one in seen)
    return Bullets(items, _("Dokumentasjon, på fire nivåer"), _("Ingenting er ført for dette tiltaket."))


def _level(one: Evidence) -> Sentence:
    return _("{level} {name}:", level=one.level, name=_(LEVEL_NAMES[one.level]) if one.level in LEVEL_NAMES else "")


def _seen(one: Evidence) -> str:
    values: dict[str, Any] = {"text": one.text, "date": known_date(one.date or ""), "source": one.source}
    if one.date and one.source:
        return _("{text} ({date}, {source})", **values)
    if one.date:
        return _("{text} ({date})", **values)
    return _("{text} ({source})", **values) if one.source else one.text


def _questions(row: Row, lines: pl.DataFrame) -> Table:
    columns = [
        Column(_("Gjelder"), _name),
        Column(_("Maksimum"), "maximum", "number", 0),
        Column(_("Før"), "before", "number", 1),
        Column(_("Etter"), "after", "number", 1),
        Column(_("Endring"), "change", "difference", 1),
        Column(_("Mål"), "target", "number", 1),
        Column(_("Vei til målet"), "progress", "share", shown=_progress),
    ]
    title = _("Det «{title}» gjelder", title=Written(row["title"] or ""))
    return Table("", title, columns, lines)


def _name(line: Row) -> str:
    if line["label"] is None:
        return str(line["code"])
    return _("{code} {label}", code=line["code"], label=line["label"])


def _progress(line: Row) -> str:
    if line["progress"] is not None:
        return percent(100 * line["progress"])
    return MISSING if line["target"] is None or line["before"] is None else _("kan ikke regnes ut")
