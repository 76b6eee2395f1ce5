"""Filters of the questions by verdict and area, as links that tell how many questions each leaves."""

from collections.abc import Mapping

import polars as pl

from data.language import Sentence, _
from queries.caching import cached
from queries.profile import area_shorts
from reports.content import Option, Options, Section, section
from reports.merger.choice import Choice
from reports.merger.gaps import common_gaps_of
from reports.merger.group import Group
from reports.merger.transfers import transfers_of
from reports.merger.verdict_labels import ANY_VERDICT, VERDICT_OF_CODE, VERDICTS, with_symbol
from reports.merger.verdicts import of_area, verdicts_of, with_verdict
from reports.view import View


@cached
def filters(view: View, group: Group, choice: Choice) -> Section:
    """Return the filter of areas, and in the step of verdicts that of verdicts before it."""
    return section(
        "utvalg", _verdicts(view, group, choice) if choice.step == "best" else None, _areas(view, group, choice)
    )


def rows_of_step(view: View, group: Group, choice: Choice) -> pl.DataFrame:
    """Return the rows that a step shows of all areas, with at least the columns `area` and `code`."""
    if choice.step == "mangler":
        return common_gaps_of(view, group)
    if choice.step == "overforing":
        return transfers_of(view, group)
    return with_verdict(verdicts_of(view, group), choice.verdict)


def verdict_counts(judged: pl.DataFrame) -> Mapping[str, int]:
    """Return the number of questions by verdict code, of those verdicts that occur."""
    times = {code: judged.filter(pl.col("verdict") == kind).height for code, kind in VERDICT_OF_CODE.items()}
    return {code: n for code, n in times.items() if n}


def _verdicts(view: View, group: Group, choice: Choice) -> Options:
    judged = of_area(verdicts_of(view, group), choice.area)
    counts = verdict_counts(judged)
    if choice.verdict != ANY_VERDICT:
        counts = {**counts, choice.verdict: counts.get(choice.verdict, 0)}
    texts = {
        code: with_symbol(kind, _("{verdict} {n}", verdict=_(VERDICTS[kind]), n=counts[code]))
        for code, kind in VERDICT_OF_CODE.items()
        if code in counts
    }
    items = {ANY_VERDICT: _("Alle {n}", n=judged.height), **texts}
    return Options(
        _("Funn"),
        tuple(
            Option(text, choice.link(f"dom-{code}", verdict=code), code == choice.verdict)
            for code, text in items.items()
        ),
    )


def _areas(view: View, group: Group, choice: Choice) -> Options:
    rows, shorts = rows_of_step(view, group, choice), area_shorts(view.snapshot, group.evaluations[0].version)
    counts = dict(rows.group_by("area").agg(pl.col("code").n_unique()).iter_rows())
    items: dict[int, Sentence] = {
        area: _("{area} {name} {n}", area=area, name=name, n=counts.get(area, 0))
        for area, name in shorts.items()
        if counts.get(area) or area == choice.area
    }
    return Options(
        _("Område"),
        tuple(
            Option(text, choice.link(f"omrade-{area}", area=area), area == choice.area)
            for area, text in {0: _("Alle områder"), **items}.items()
        ),
    )
