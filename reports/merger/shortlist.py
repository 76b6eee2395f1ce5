"""The shortlist as a table: what is marked for decision, what was found, and the sentence of the committee on each."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from data.language import N_, _
from reports.merger.group import Group
from reports.merger.marks import Mark, Marks
from reports.merger.transfers import by_question, transfers_of
from reports.merger.verdicts import question_columns, verdicts_of
from reports.table import Column, Row, Table
from reports.view import View

Sentences = Mapping[str, str]
"""The sentence of the committee by the text of the mark."""
KINDS = {"question": N_("underspørsmål"), "transfer": N_("overføring")}
"""Labels of what can be marked."""


def shortlist_table(view: View, group: Group, marks: Marks, sentences: Sentences) -> Table:
    """Return the shortlist: one row per mark, with what was found and the sentence of the committee."""
    rows = shortlist_rows(view, group, marks, sentences)
    schema = {"points": pl.Float64, "given": pl.String, "from": pl.String, "to": pl.String}
    return Table(
        "vedtak-tabell",
        _("{group}: til vedtak", group=group.title),
        [
            *question_columns(),
            Column(_("Hva"), "kind", only="file"),
            Column(_("Funn"), "told"),
            Column(_("Fra"), "from", only="file"),
            Column(_("Til"), "to", only="file"),
            Column(_("Poeng"), "points", "number", only="file"),
            Column(_("Nemndas setning"), "given", shown=lambda row: row["given"] or ""),
        ],
        pl.DataFrame(rows, schema_overrides=schema, infer_schema_length=None),
        origin=group.origin(),
    )


def shortlist_rows(view: View, group: Group, marks: Marks, sentences: Sentences) -> list[dict[str, Any]]:
    """Return one row per mark: the question, what is marked, who from and to, points and sentence."""
    judged = {row["code"]: row for row in verdicts_of(view, group).to_dicts()}
    transfers = transfers_of(view, group)
    by_code = {} if transfers.is_empty() else {row["code"]: row for row in by_question(group, transfers).to_dicts()}
    return [
        {
            "mark": mark.text,
            "code": mark.code,
            "label": judged[mark.code]["label"],
            "given": sentences.get(mark.text),
            **(_transfer(group, mark, by_code[mark.code]) if mark.to else _question(judged[mark.code])),
        }
        for mark in marks
    ]


def _question(row: Row) -> dict[str, Any]:
    return {"kind": _(KINDS["question"]), "told": row["told"], "from": None, "to": None, "points": None}


def _transfer(group: Group, mark: Mark, row: Row) -> dict[str, Any]:
    to, points = group.short_names[mark.to], row[mark.to]
    told = _("{to} henter praksis fra {giver}, {points:signed_tenths}", to=to, giver=row["givers"], points=points)
    givers = group.named(row["from"])
    return {"kind": _(KINDS["transfer"]), "told": told, "from": givers, "to": group.names[mark.to], "points": points}
