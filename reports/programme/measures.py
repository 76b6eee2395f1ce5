"""The measures of a programme as a table that filters by status and opens in place, beside the matrix of scores."""

from collections.abc import Iterator, Sequence
from functools import cache

import polars as pl

from data.language import Sentence, _
from data.plans.rows import SCORES, STATUSES, Measure
from data.plans.words import STATUS_NAMES
from queries.caching import cached_log
from queries.plan_tree import Branch, branches, without_areas
from queries.plans import plans
from reports.content import Beside, Content, Fold, Notice, Option, Options, Section, section
from reports.links import Link
from reports.plan_words import STATUS_SYMBOLS
from reports.programme.choice import ANY_STATUS, UNKNOWN, Choice
from reports.programme.matrix import matrix
from reports.programme.measure_table import columns, row_of
from reports.programme.opened import opened
from reports.programme.origins import origin_of
from reports.table import Row, Table
from reports.view import View

MOST_UNFOLDED = 100
"""Measures listed that each bring what they open; of more only the one in the address, since all would be heavy."""


@cached_log
def measures(view: View, choice: Choice) -> Section:
    """Return the filter, the table, and the matrix where any measure has all four scores; empty without measures."""
    own = branches(view.snapshot, str(choice.programme))
    if not own:
        return section("tiltak")
    counted = without_areas(own)
    of_status = [branch for branch in counted if choice.status == status_code(branch.measure)]
    listed = list(own) if choice.status == ANY_STATUS else of_status
    contents: list[Content] = [*_filter(choice, counted)]
    if not listed:
        return section("tiltak", *contents, Notice("no_such_status", _("Ingen tiltak har denne statusen.")))
    table = _table(view, choice, listed)
    beside = matrix(view, str(choice.programme), listed)
    if beside is None:
        return section("tiltak", *contents, table)
    drawn, below = beside
    return section("tiltak", *contents, Beside(((table,), drawn), (8, 3)), *below)


def status_code(measure: Measure) -> str:
    """Return the status of a measure, or the code of those whose status nobody says."""
    return measure.status or UNKNOWN


def _filter(choice: Choice, own: Sequence[Branch]) -> Iterator[Options]:
    """Yield the links to the measures of each status that occurs, where there is more than one."""
    counts = {code: sum(status_code(branch.measure) == code for branch in own) for code in (*STATUSES, UNKNOWN)}
    shown = {code: n for code, n in counts.items() if n or code == choice.status}
    if len(shown) < 2:
        return
    texts: dict[str, Sentence] = {ANY_STATUS: _("Alle {n}", n=len(own))}
    for code, n in shown.items():
        if code == UNKNOWN:
            texts[code] = _("status ikke oppgitt {n}", n=n)
        else:
            texts[code] = _("{symbol} {status} {n}", symbol=STATUS_SYMBOLS[code], status=_(STATUS_NAMES[code]), n=n)
    yield Options(
        _("Status"),
        tuple(
            Option(text, choice.link(f"status-{code}", status=code, measure=None), code == choice.status)
            for code, text in texts.items()
        ),
    )


def _table(view: View, choice: Choice, listed: Sequence[Branch]) -> Table:
    programme = plans(view.snapshot).programmes[str(choice.programme)]
    every = {branch.measure.measure: branch for branch in listed}
    numbered = any(getattr(branch.measure, field) is not None for branch in listed for field in SCORES)
    rows = [row_of(view.snapshot, programme, branch, every, choice.today) for branch in listed]

    is_long = len(listed) > MOST_UNFOLDED

    # Asked for again when files are looked for among what a table holds.
    @cache
    def fold(measure: str) -> Fold | None:
        if is_long and measure != choice.measure:
            return None
        return opened(view, choice, every[measure])

    return Table(
        "tiltak-tabell",
        _("{programme}: tiltak", programme=choice.title),
        columns(numbered=numbered, link=(lambda row: _open(choice, row)) if is_long else None),
        pl.DataFrame(rows, infer_schema_length=None),
        caption=_("Tiltak"),
        marked={"measure": choice.measure} if choice.measure else {},
        notes=[_("Tiltakene er mange: velg et av dem for å åpne det.")] if is_long else [],
        origin=origin_of(view, programme.programme),
        opened=lambda row: fold(row["measure"]),
    )


def _open(choice: Choice, row: Row) -> Link:
    return choice.link(f"tiltak-{row['measure']}", measure=row["measure"])
