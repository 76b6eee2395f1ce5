"""The workbook of the whole page, independent of the area and verdict chosen."""

from collections.abc import Mapping
from functools import partial

import polars as pl

from data.language import _
from queries.caching import cached
from queries.settings import settings
from reports.border_changes import border_changes_of
from reports.content import Section, Workbook, section
from reports.merger.areas import areas_of
from reports.merger.gaps import gap_table
from reports.merger.group import TODAY, Group
from reports.merger.marks import Marks
from reports.merger.sentences import EQUALS
from reports.merger.set_aside import set_aside
from reports.merger.shortlist import shortlist_table
from reports.merger.summary import summary_sentences
from reports.merger.transfers import transfer_table, transfers_of
from reports.merger.verdict_labels import verdict_rules
from reports.merger.verdicts import verdict_table, verdicts_of
from reports.table import Column, Table
from reports.view import View


@cached
def workbook(view: View, group: Group, marks: Marks) -> Section:
    """Return the workbook; its sheets are built on download, that of the shortlist where something is marked."""
    rules = (_(EQUALS), _(TODAY), verdict_rules(settings(view.snapshot)))
    changes = border_changes_of(view.snapshot, tuple(group.names.items()))
    return section(
        "arbeidsbok",
        Workbook(
            "arbeidsbok",
            _("Sammenslåing: {group}", group=group.title),
            _("Last ned arbeidsboken for fellesnemnda (Excel)"),
            (*summary_sentences(view, group), *set_aside(view, group), *changes, *rules),
            partial(sheets, view, group, marks, ()),
        ),
    )


def sheets(view: View, group: Group, marks: Marks, given: tuple[tuple[str, str], ...]) -> Mapping[str, Table]:
    """Return the tables by sheet name. `given` are the sentences of the committee by mark."""
    shortlist: dict[str, Table] = {_("Til vedtak"): shortlist_table(view, group, marks, dict(given))} if marks else {}
    return {
        **shortlist,
        _("Dommer"): verdict_table(view, group),
        _("Overføring"): transfer_table(view, group, transfers_of(view, group)),
        _("Felles mangler"): gap_table(view, group),
        _("Poeng"): _points(view, group),
        _("Kilder"): _sources(group),
    }


def _points(view: View, group: Group) -> Table:
    """Return a table with total, areas and questions as rows, with the highest figure and who has it."""
    fields = ["code", "name", "maximum_points", *group.names, "best", "whose"]
    code = pl.when(pl.col("area") == 0).then(pl.lit(_("alle"))).otherwise(pl.col("area").cast(pl.String))
    areas = areas_of(view, group).with_columns(code=code)
    questions = verdicts_of(view, group).rename({"label": "name"})
    rows = pl.concat([frame.select(fields) for frame in (areas, questions)], how="vertical_relaxed")
    return Table("poeng", _("{group}: poeng", group=group.title), _points_columns(group), rows)


def _points_columns(group: Group) -> list[Column]:
    return [
        Column(_("Kode"), "code"),
        Column(_("Navn"), "name"),
        Column(_("Maksimum"), "maximum_points", "number"),
        *(Column(evaluation.name, evaluation.municipality, "number") for evaluation in group.evaluations),
        Column(_("Høyest"), "best", "number"),
        Column(_("Hvem"), "whose"),
    ]


def _sources(group: Group) -> Table:
    columns = [
        Column(_("Kommune"), "name"),
        Column(_("Kommunenummer"), "municipality"),
        Column(_("Evaluert"), "year_label"),
        Column(_("Versjon"), "version"),
        Column(_("Innbyggere"), "population", "number"),
        Column(_("Innbyggertall per"), "population_date"),
        Column(_("Kilde"), lambda row: row["source"] or _("ikke oppgitt")),
    ]
    rows = pl.DataFrame([vars(evaluation) for evaluation in group.evaluations], infer_schema_length=None)
    return Table("kilder", _("{group}: kilder", group=group.title), columns, rows)
