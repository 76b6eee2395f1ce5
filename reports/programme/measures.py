"""The measures of a programme as a table that filters by status and opens in place, beside the matrix of scores."""

from collections.abc import Iterator, Sequence
from functools import cache

import polars as pl

from data.language import Sentence, _
from data.plans.rows import SCORES, STATUSES, Measure
from queries.caching import cached_log
from queries.plan_tree import Branch, branches
from queries.plans import plans
from reports.content import Beside, Content, Fold, Notice, Option, Options, Section, section
from reports.plan_words import STATUS_NAMES, STATUS_SYMBOLS
from reports.programme.choice import ANY_STATUS, UNKNOWN, Choice
from reports.programme.matrix import matrix
from reports.programme.measure_table import columns, row_of
from reports.programme.opened import opened
from reports.programme.origins import origin_of
from reports.table import Table
from reports.view import View


@cached_log
def measures(view: View, choice: Choice) -> Section:
    """Return the filter, the table, and the matrix where any measure has all four scores; empty without measures."""
    own = branches(view.snapshot, str(choice.programme))
    if not own:
        return section("tiltak")
    listed = [branch for branch in own if choice.status in (ANY_STATUS, status_code(branch.measure))]
    contents: list[Content] = [*_filter(choice, own)]
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

    # Asked for again when files are looked for among what a table holds.
    @cache
    def fold(measure: str) -> Fold:
        return opened(view, choice, every[measure])

    return Table(
        "tiltak-tabell",
        _("{programme}: tiltak", programme=choice.title),
        columns(numbered=numbered),
        pl.DataFrame(rows, infer_schema_length=None),
        caption=_("Tiltak"),
        marked={"measure": choice.measure} if choice.measure else {},
        origin=origin_of(view, programme.programme),
        opened=lambda row: fold(row["measure"]),
    )
