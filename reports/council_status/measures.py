"""Every measure in one table: status, who answers for it, when it ends, and what it is to reach."""

import polars as pl

from data.language import _
from data.plans.rows import Measure
from queries.caching import cached_log
from queries.plan_tree import branches, without_areas
from reports.content import WRITTEN, Heading, Section, section
from reports.council_status.choice import Choice
from reports.links import link
from reports.plan_words import known_date, retold, status_with_symbol
from reports.programme.origins import origin_of
from reports.table import Column, Row, Table
from reports.view import View


def measures_in(view: View, choice: Choice) -> list[Measure]:
    """Return the measures of the programme in the order of its tree, without the areas that only hold others."""
    return [branch.measure for branch in without_areas(branches(view.snapshot, str(choice.programme)))]


@cached_log
def measures(view: View, choice: Choice) -> Section:
    """Return the table; an empty section without a measure."""
    rows = [
        {
            "programme": choice.programme,
            "measure": one.measure,
            "title": one.title,
            "status": one.status,
            "owner": one.owner_role,
            "ends": known_date(one.ends) if one.ends else None,
            "goal": one.goal,
            "done": one.units_done,
            "total": one.units_total,
        }
        for one in measures_in(view, choice)
    ]
    if not rows:
        return section("tiltak")
    columns = [
        Column(_("Tiltak"), "title", written=True, language=WRITTEN, link=lambda row: link(
            "tiltak", kommune=choice.municipality, program=row["programme"], tiltak=row["measure"])),
        Column(_("Status"), lambda row: status_with_symbol(row["status"]) if row["status"] else None,
               shown=lambda row: status_with_symbol(row["status"]) if row["status"] else ""),
        Column(_("Ansvar"), "owner", written=True, language=WRITTEN, shown=lambda row: row["owner"] or ""),
        Column(_("Frist"), "ends", shown=lambda row: row["ends"] or ""),
        Column(_("Enheter ferdige"), "done", "number", shown=_units),
        Column(_("Enheter i alt"), "total", "number", only="file"),
        Column(_("Mål"), lambda row: row["goal"] and retold(row["goal"]), only="file", written=True),
    ]  # fmt: skip
    frame = pl.DataFrame(rows, infer_schema_length=None)
    table = Table("tiltak-tabell", _("Tiltakene"), columns, frame, caption=" ", look="close",
                  origin=origin_of(view, str(choice.programme)))  # fmt: skip
    return section("tiltak", Heading(_("Tiltakene")), table)


def _units(row: Row) -> str:
    if row["done"] is None:
        return ""
    return str(row["done"]) if row["total"] is None else _("{done} av {total}", done=row["done"], total=row["total"])
