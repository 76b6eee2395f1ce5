"""The eight areas of an evaluation against the comparison set."""

from collections.abc import Sequence

import polars as pl

from data.language import N_, Sentence, _
from data.numbers import MISSING, number, shortest
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.profile import SCHEMA, group_code, profile_rows
from queries.question_profile import question_rows
from queries.trend import trend_rows
from reports.compared import COMPARED_WITH, comparison_note, known_areas
from reports.content import Fold, Heading, Notice, Paragraph, Section, section
from reports.municipality.area_pictures import AREAS, picture_files
from reports.municipality.headline import is_few
from reports.municipality.one_area import area_fold, details_of
from reports.origin import origin
from reports.rank_sentences import BASIS, few, said_n
from reports.strip import own_only, strip_of
from reports.table import Column, Row, Table, TableFile
from reports.view import View

KEY = N_("● egne poeng, ◇ gjennomsnitt, │ median, grått felt midtre halvdel, strek laveste til høyeste, av maksimum.")

CHANGES = pl.Schema(
    {"change": pl.Float64(), "since": pl.String(), "moved": pl.Boolean(), "over_time": pl.List(pl.Float64())}
)
"""Columns beside those of the profile; see _with_changes."""


@cached
def areas(view: View, focus: Evaluation, comparison: Comparison, opened: int) -> Section:
    """Return the areas as one table, each row with its place in the group and opening to its questions.

    `opened` is the area that comes open; 0 is none.
    """
    heading = Heading(_finding(view, focus, comparison))
    known = known_areas(view, focus, comparison)
    values = {"name": focus.name, "year": focus.year_label, "known": known, "all": AREAS}
    if known == 0:
        sentence = _("Bare totalen er kjent for {name} {year}. Områdene kan derfor ikke vises.", **values)
        table = TableFile(_table(view, focus, comparison, opened))
        return section("omrader", heading, Notice("only_total_known", sentence), table)
    partly = _("Bare {known} av {all} områder er kjent for {name} {year}.", **values)
    return section(
        "omrader",
        heading,
        Paragraph(partly, "caption") if known < AREAS else None,
        _table(view, focus, comparison, opened),
        *picture_files(view, focus, comparison),
    )


def _finding(view: View, focus: Evaluation, comparison: Comparison) -> Sentence:
    """Return how many areas are above and below the mean; the plain title where print has more than are compared."""
    areas = profile_rows(view.snapshot, focus, comparison)[1:]
    differences = [row["difference"] for row in areas if row["difference"] is not None]
    n, above, below = len(differences), sum(d > 0 for d in differences), sum(d < 0 for d in differences)
    if n == 0 or is_few(view, focus, comparison):
        return _("De åtte fokusområdene")
    values = {"n": n, "above": above, "below": below, "name": focus.name}
    if above == n:
        return _("{name} ligger over snittet på alle {n} områder", **values)
    if below == n:
        return _("{name} ligger under snittet på alle {n} områder", **values)
    return _("{name} ligger over snittet på {above} og under på {below} av {n} områder", **values)


def _table(view: View, focus: Evaluation, comparison: Comparison, opened: int) -> Table:
    measured = _with_changes(view, focus, comparison)
    too_few = few(view.snapshot, focus.family, focus.country, group_code(focus, comparison), measured["n"][0])
    title = _("{name} {year}: totalt og per område", name=focus.name, year=focus.year_label)

    details = details_of(view, focus, comparison)

    def opens(row: Row) -> Fold:
        return area_fold(view, focus, comparison, row, details, is_open=row["area"] == opened)

    return Table(
        "omrader-tabell",
        title,
        _columns(_starred(view, focus), too_few=too_few),
        measured.tail(AREAS),
        more=lambda: measured,
        caption=_("{title}, {group}", title=title, group=_(COMPARED_WITH[comparison.group])),
        notes=_notes(view, focus, comparison, measured),
        origin=origin(focus),
        opened=opens,
    )


def _notes(view: View, focus: Evaluation, comparison: Comparison, measured: pl.DataFrame) -> list[Sentence]:
    small_changes = _("Endring i parentes er for liten til å tillegges vekt.")
    return [
        comparison_note(view, focus, comparison),
        *([small_changes] if measured["moved"].tail(AREAS).eq(other=False).any() else []),
        *([_(KEY)] if measured["mean"].tail(AREAS).count() else []),
    ]


def _with_changes(view: View, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    """Return the rows of the profile with `change` since the last earlier evaluation of the family, and more.

    `since` is the year of that evaluation and `moved` whether the change matters. `over_time` holds the points of the
    family's evaluations up to this one, oldest first, null if they are fewer than two.
    """
    figures = trend_rows(view.snapshot, focus.municipality)
    year_of = {row["evaluation"]: row["year_label"] for row in figures}
    changes, over_time = dict[int, Row](), dict[int, list[float]]()
    for row in figures:
        if row["evaluation"] == focus.evaluation:
            changes[row["area"]] = row
        if row["family"] == focus.family and row["year"] <= focus.year and row["points"] is not None:
            over_time.setdefault(row["area"], []).append(row["points"])
    rows = []
    for row in profile_rows(view.snapshot, focus, comparison):
        change, points = changes.get(row["area"], {}), over_time.get(row["area"], [])
        since = year_of.get(change.get("evaluation_before", ""))
        moved = {"change": change.get("change"), "since": since, "moved": change.get("matters")}
        rows.append({**row, **moved, "over_time": points if len(points) > 1 else None})
    return pl.DataFrame(rows, schema=pl.Schema({**SCHEMA, **CHANGES}))


def _starred(view: View, focus: Evaluation) -> set[int]:
    """Return the areas with a gold star."""
    return {row["area"] for row in question_rows(view.snapshot, focus) if row["gold_star"] is not None}


def _columns(starred: set[int], *, too_few: bool) -> Sequence[Column]:
    """Return the columns, printed figures first. With `too_few`, quartiles are in files only."""

    def name(row: Row) -> str:
        if row["area"] in starred:
            return _("{area} {name} ★ gullstjerne", area=row["area"], name=row["name"])
        return _("{area} {name}", area=row["area"], name=row["name"])

    return [
        Column(_("Område"), "name", shown=name),
        Column(_("Kode"), "area", only="file"),
        Column(_("Poeng"), "own", "number", strong=lambda row: row["own"] is not None),
        Column(_("Mot gruppen"), "own", strip=own_only if too_few else strip_of, only="screen"),
        Column(_("Grunnlag"), lambda row: _(BASIS[row["basis"]]) if row["basis"] else None, only="file"),
        Column(_("Trykt gjennomsnitt"), "published_mean", "number", shown=_printed_mean),
        Column(_("n på trykk"), "published_n", "number", only="file"),
        Column(_("Grunnlag for n"), _basis_of_n, only="file"),
        Column(_("Avstand til trykt"), "published_difference", "difference", 0),
        Column(_("Gjennomsnitt"), "mean", "number", 1),
        Column(_("Laveste"), "minimum", "number", only="file"),
        Column(_("Nedre kvartil"), "q1", "number", only="file"),
        Column(_("Median"), "median", "number", only="file"),
        Column(_("Øvre kvartil"), "q3", "number", only="file"),
        Column(_("Høyeste"), "maximum", "number", only="file"),
        Column(_("Plass"), "rank", "number", shown=_rank),
        Column(_("Avstand"), "difference", "difference", 1, small=lambda row: row["matters"] is False),
        Column(_("Endring"), "change", "difference", 0, small=lambda row: row["moved"] is False),
        Column(_("Siden"), "since", only="file"),
        Column(_("Over tid"), "over_time", trail=_shares_over_time, only="screen"),
        Column("n", "n", "number"),
    ]


def _shares_over_time(row: Row) -> list[float]:
    return [points / row["maximum_points"] for points in row["over_time"] or ()]


def _basis_of_n(row: Row) -> str | None:
    return _(BASIS[row["published_n_basis"]]) if row["published_n_basis"] else None


def _rank(row: Row) -> str:
    return MISSING if row["rank"] is None else _("{rank} av {n}", rank=number(row["rank"]), n=number(row["n"]))


def _printed_mean(row: Row) -> str:
    if row["published_mean"] is None:
        return MISSING
    n = said_n(row["published_n"], row["published_n_basis"])
    return _("{mean} ({n})", mean=shortest(row["published_mean"]), n=n)
