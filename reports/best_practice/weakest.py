"""The questions with most points left, each with the first of both lists of whom to learn it from."""

from collections.abc import Callable

import polars as pl

from data.language import Sentence, _
from data.numbers import first_upper, number
from queries.best_practice import best_first
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.settings import settings
from reports.best_practice.lists import most_similar_first
from reports.best_practice.questions import first_recommended, most_left
from reports.compared import COMPARED_WITH
from reports.content import Fold, Section, section
from reports.links import Link
from reports.municipality.one_area import question_column
from reports.origin import origin
from reports.plan_editing.links import plan_link
from reports.table import Column, Row, Table
from reports.view import View


@cached
def weakest(view: View, focus: Evaluation, comparison: Comparison) -> Section:
    """Return the ten questions with most points left; an empty section where no question points are known."""
    table = _table(view, focus, comparison, None)
    return section("igjen", table)


@cached
def other_questions(view: View, focus: Evaluation, comparison: Comparison, code: str) -> Section:
    """Return the same folded, with the chosen question marked."""
    table = _table(view, focus, comparison, code)
    heading = _("Andre underspørsmål der {name} har mest å hente", name=focus.name)
    return section("igjen", Fold("igjen-andre", heading, (table,)) if table else None)


def _table(view: View, focus: Evaluation, comparison: Comparison, code: str | None) -> Table | None:
    left = most_left(view.snapshot, focus, comparison).select("code", "label", "left", "own", "maximum_points")
    if left.is_empty():
        return None
    recommended = first_recommended(view.snapshot, focus, comparison, code)
    similar = _first(most_similar_first(recommended)).select("code", "name", "points", "ahead", "below_floor")
    best = _first(best_first(recommended)).select("code", best="name", best_points="points")
    rows = left.join(similar, on="code", how="left", maintain_order="left").join(
        best, on="code", how="left", maintain_order="left"
    )
    values = {"name": focus.name, "year": focus.year_label}
    return Table(
        "igjen-tabell",
        _("{name} {year}: mest å hente, og hvem det kan læres av", **values),
        _columns(focus, comparison),
        rows,
        marked={"code": code} if code else {},
        notes=[] if recommended.is_empty() else [_note(settings(view.snapshot)["leader_share"])],
        origin=origin(focus, _("{whom}.", whom=first_upper(_(COMPARED_WITH[comparison.group])))),
    )


def _first(recommended: pl.DataFrame) -> pl.DataFrame:
    return recommended.unique("code", keep="first", maintain_order=True)


def _columns(focus: Evaluation, comparison: Comparison) -> list[Column]:
    return [
        question_column(focus, comparison),
        Column(_("Kode"), "code", only="file"),
        Column(_("Igjen"), "left", "number", 1),
        Column(_("Egne poeng"), "own", "number", shown=_of_maximum),
        Column(_("Maksimum"), "maximum_points", "number", only="file"),
        Column(_("Mest lik dere"), "name", shown=_whom("name", "points")),
        Column(_("Poeng, mest lik"), "points", "number", only="file"),
        Column(_("Best i sammenligningen"), "best", shown=_whom("best", "best_points")),
        Column(_("Poeng, best"), "best_points", "number", only="file"),
        Column(_("Klart foran i alt"), lambda row: row["ahead"] or 0, "number", shown=_ahead),
        Column(_("Under grensen (det beste som finnes)"), "below_floor", only="file"),
        Column(_("Plan"), "code", shown=lambda _row: _("legg i plan"), link=_into_plan(focus), only="screen"),
    ]


def _into_plan(focus: Evaluation) -> Callable[[Row], Link]:
    return lambda row: plan_link(focus.municipality, row["code"], aar=focus.year)


def _whom(name: str, points: str) -> Callable[[Row], str]:
    def told(row: Row) -> str:
        if row[name] is None:
            return _("ingen")
        values = {"name": row[name], "points": row[points]}
        if row["below_floor"]:
            return _("{name} {points:tenths} (det beste som finnes)", **values)
        return _("{name} {points:tenths}", **values)

    return told


def _ahead(row: Row) -> str:
    return number(row["ahead"] or 0)


def _note(floor: int) -> Sentence:
    return _(
        "Begge ligger klart foran og har selv minst {floor}\u00a0% av maksimum. Har ingen så mye, vises det beste som "
        "finnes. Velg et underspørsmål for å se alle det kan læres av.",
        floor=floor,
    )


def _of_maximum(row: Row) -> str:
    return _("{own:tenths} av {maximum}", own=row["own"], maximum=row["maximum_points"])
