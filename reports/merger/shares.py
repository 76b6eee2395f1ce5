"""How the verdicts fall in each area: who is best in how many questions, and how many are a common gap."""

from typing import Any

import polars as pl

from data.language import _
from queries.caching import cached
from queries.profile import area_shorts
from reports.content import Section, section
from reports.merger.group import Group
from reports.merger.verdicts import verdicts_of
from reports.table import Column, Row, Table
from reports.view import View


@cached
def shares(view: View, group: Group) -> Section:
    """Return the table of areas and how their verdicts fall."""
    return section("fordeling", _table(view, group))


def _table(view: View, group: Group) -> Table:
    names = area_shorts(view.snapshot, group.evaluations[0].version)
    judged = verdicts_of(view, group).partition_by("area", as_dict=True, maintain_order=True)
    rows = [_counts(area, names[area], questions, group) for (area,), questions in judged.items()]
    return Table(
        "fordeling-tabell",
        _("{group}: dommene i hvert område", group=group.title),
        [
            Column(_("Område"), "name", shown=lambda row: _("{area} {name}", area=row["area"], name=row["name"])),
            *(_best(number, name) for number, name in group.short_names.items()),
            Column(_("Felles mangel"), "common_gap", "number"),
            Column(_("Likt, delt eller uten tall"), "others", "number"),
            Column(_("I alt"), "n", "number"),
        ],
        pl.DataFrame(rows),
        caption=_("I hvor mange underspørsmål er én klart best?"),
        origin=group.origin(),
    )


def _best(number: str, name: str) -> Column:
    def most(row: Row) -> bool:
        return bool(row[number]) and bool(row[number] == row["most"])

    return Column(_("{name} best", name=name), number, "number", strong=most, shade=lambda row: row[number] / row["n"])


def _counts(area: int, name: str, questions: pl.DataFrame, group: Group) -> dict[str, Any]:
    leaders = questions["leader"].drop_nulls().to_list()
    best = {number: leaders.count(number) for number in group.names}
    gaps = questions.filter(pl.col("verdict") == "common_gap").height
    others = questions.height - len(leaders) - gaps
    return {
        "area": area,
        "name": name,
        **best,
        "common_gap": gaps,
        "others": others,
        "n": questions.height,
        "most": max(best.values()),
    }
