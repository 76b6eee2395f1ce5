"""The highest per area, question and municipality, and gold stars."""

from functools import partial

import polars as pl

from data.catalogues import named
from data.language import N_, _
from data.numbers import listed_few
from queries.best_practice import gold_stars, leading, leading_areas
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.profile import area_shorts
from queries.question_profile import questions_of
from reports.choices import link_parameters
from reports.columns import evaluation_link
from reports.compared import COMPARED_WITH
from reports.content import Content, Fold, Notice, Section, section
from reports.links import link
from reports.origin import origin
from reports.table import Column, Row, Table
from reports.view import View

MOST_NAMED = 15


HEADING = N_("Hvem er høyest, og hvor er det gullstjerner")


@cached
def nobody_leads(view: View, focus: Evaluation, comparison: Comparison) -> Section:
    """Return why no leaders are computed, and the table of gold stars; both folded."""
    sentence = _("Færre enn fem i sammenligningen er målt på underspørsmålene. Da utpeker vi ingen høyeste.")
    stars = _star_table(view, focus, comparison)
    contents: tuple[Content, ...] = (Notice("too_few_to_lead", sentence), *([stars] if stars else []))
    return section("hoyest", Fold("hoyest-alt", _(HEADING), contents))


@cached
def leaders(view: View, focus: Evaluation, comparison: Comparison, area: int, code: str | None) -> Section:
    """Return the highest of each area, of the questions of one, and by municipality; folded. `code` is for links."""
    highest = _highest(view, focus, comparison, area, code)
    contents: tuple[Content, ...] = (
        *([highest] if highest else []),
        _per_question(view, focus, comparison, area),
        _per_municipality(view, focus, comparison),
    )
    return section("hoyest", Fold("hoyest-alt", _(HEADING), contents))


def _star_table(view: View, focus: Evaluation, comparison: Comparison) -> Table | None:
    stars = _stars(view, focus, comparison)
    if stars.is_empty():
        return None
    columns = [
        Column(_("Underspørsmål"), _code_and_label),
        Column(_("Gullstjerne"), "name", link=evaluation_link),
        Column(_("Poeng"), "points", "number", 1),
    ]
    title = _("Gullstjerner som evaluererne har gitt, {group}", group=_(COMPARED_WITH[comparison.group]))
    return Table("hoyest-gullstjerner", title, columns, stars, origin=origin(focus))


def _stars(view: View, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    questions = questions_of(view.snapshot, focus.version).select("code", "area", "label")
    return gold_stars(view.snapshot, focus, comparison).join(questions, on="code", maintain_order="left")


def _code_and_label(row: Row) -> str:
    return f"{row['code']} {named(row['label'])}"


def _highest(view: View, focus: Evaluation, comparison: Comparison, area: int, code: str | None) -> Table | None:
    """Return who has the highest points of each area, leading to its questions; None where no area points are known."""
    highest = leading_areas(view.snapshot, focus, comparison)
    if highest.is_empty():
        return None
    rows = highest.group_by("area", maintain_order=True).agg(
        pl.col("points", "n").first(), who=pl.format("{} {}", "name", "year_label")
    )
    shorts = area_shorts(view.snapshot, focus.version)
    parameters = link_parameters(focus, comparison) | ({"sporsmal": code} if code else {})
    columns = [
        Column(
            _("Område"),
            lambda row: f"{row['area']} {named(shorts[row['area']])}",
            link=lambda row: link("beste-praksis", **parameters, omrade=row["area"]),
        ),
        Column(_("Høyest av 100"), "points", "number"),
        Column(_("Hvem"), lambda row: listed_few(row["who"])),
        Column("n", "n", "number"),
    ]
    title = _("Høyest på hvert område, {group}", group=_(COMPARED_WITH[comparison.group]))
    return Table("hoyest-omrader", title, columns, rows.sort("area"), marked={"area": area}, origin=origin(focus))


def _per_question(view: View, focus: Evaluation, comparison: Comparison, area: int) -> Table:
    note = _(
        "Høyest i sammenligningen regner vi ut blant minst fem; alle er med ved likhet. Gullstjerner er beste praksis "
        "som evaluererne selv har pekt ut."
    )
    group = _(COMPARED_WITH[comparison.group])
    title = _("Høyest i sammenligningen på område {area}, {group}", area=area, group=group)
    led = leading(view.snapshot, focus, comparison).filter(pl.col("area") == area)
    named = _by_question(led, _stars(view, focus, comparison))
    return Table("hoyest-sporsmal", title, _question_columns(), named, notes=[note], origin=origin(focus))


def _by_question(led: pl.DataFrame, stars: pl.DataFrame) -> pl.DataFrame:
    starred = stars.group_by("code").agg(stars=pl.col("name").sort())
    who = led.group_by("code", maintain_order=True).agg(
        pl.col("label", "maximum_points", "points", "n").first(), who=pl.col("name")
    )
    return who.join(starred, on="code", how="left", maintain_order="left")


def _question_columns() -> list[Column]:
    return [
        Column(_("Underspørsmål"), _code_and_label),
        Column(_("Kode"), "code", only="file"),
        Column(_("Høyest"), "points", "number", shown=_of_maximum),
        Column(_("Maksimum"), "maximum_points", "number", only="file"),
        Column(_("Hvem"), lambda row: listed_few(row["who"])),
        Column("n", "n", "number"),
        Column(_("Gullstjerner"), _star_names, shown=lambda row: _star_names(row) or ""),
    ]


def _of_maximum(row: Row) -> str:
    return _("{points:tenths} av {maximum}", points=row["points"], maximum=row["maximum_points"])


def _star_names(row: Row) -> str | None:
    return listed_few(row["stars"]) if row["stars"] else None


def _per_municipality(view: View, focus: Evaluation, comparison: Comparison) -> Table:
    everyone = _by_municipality(view, focus, comparison)
    columns = [
        Column(_("Kommune"), "name", link=evaluation_link),
        Column(_("Kommunenummer"), "number", only="file"),
        Column(_("Høyest på"), "n_led", "number"),
        Column(_("Underspørsmål"), "led", shown=lambda row: row["led"] or ""),
        Column(_("Gullstjerner"), "starred", shown=lambda row: row["starred"] or ""),
    ]
    group = _(COMPARED_WITH[comparison.group])
    first = _("De {shown} første av {n:number}; filen har alle.", shown=MOST_NAMED, n=everyone.height)
    return Table(
        "hoyest-kommuner",
        _("Kommuner som er høyest på noe eller har gullstjerne, {group}", group=group),
        columns,
        everyone.head(MOST_NAMED),
        marked={"number": focus.municipality},
        notes=[first] if everyone.height > MOST_NAMED else [],
        origin=origin(focus),
        more=partial(_by_municipality, view, focus, comparison),
    )


def _by_municipality(view: View, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    """Return one row per municipality that leads a question or has a gold star, by number of questions led.

    Columns: number, name, year, n_led, and the codes of `led` and `starred`, separated by commas, null where none.
    """
    who = ["number", "name", "year"]
    of_questions = leading(view.snapshot, focus, comparison).group_by(who)
    led = of_questions.agg(n_led=pl.len(), led=pl.col("code").sort().str.join(", "))
    stars = _stars(view, focus, comparison).group_by(who).agg(starred=pl.col("code").sort().str.join(", "))
    return (
        led.join(stars, on=who, how="full", coalesce=True)
        .with_columns(pl.col("n_led").fill_null(0))
        .sort("n_led", "name", "number", descending=[True, False, False])
    )
