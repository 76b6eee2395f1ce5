"""The first thing a page says of an evaluation: its total, the claim it makes, its place, and what changed."""

from typing import Any

from data.language import N_, Sentence, _
from data.numbers import shortest, signed
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.figures import statements_of
from queries.profile import group_code, place_of_total, total_of
from queries.trend import trend_rows
from reports.answer import Fact, Headline
from reports.content import Section, section
from reports.municipality.total_scale import total_scale
from reports.origin import source
from reports.rank_sentences import BASIS, QUARTILES, few
from reports.view import View

AMONG = {
    "all": N_("blant alle vi har tall for"),
    "size": N_("blant de på samme størrelse"),
    "county": N_("i samme fylke"),
    "kostra": N_("i samme KOSTRA-gruppe"),
    "income": N_("i samme inntektsgruppe"),
    "choice": N_("i eget utvalg"),
}
QUARTER = {4: N_("Øvre"), 3: N_("Nest øverste"), 2: N_("Nest nederste"), 1: N_("Nedre")}


@cached
def headline(view: View, focus: Evaluation, comparison: Comparison) -> Section:
    """Return the title with the claim and up to three facts, and the total on a line from 0 to 800."""
    title = _("{name} {year}", name=focus.name, year=focus.year_label)
    if focus.total is None:
        return section("hode", Headline(title, "", _("Totalen er ikke kjent"), ()))
    facts = (_place(view, focus, comparison), _quartile(view, focus, comparison), _since_last(view, focus))
    claim = _claim(view, focus, comparison)
    told = Headline(title, shortest(focus.total), claim, tuple(fact for fact in facts if fact))
    return section("hode", told, total_scale(view, focus, comparison))


def _total(view: View, focus: Evaluation, comparison: Comparison) -> dict[str, Any]:
    return total_of(view.snapshot, focus, comparison)


def is_few(view: View, focus: Evaluation, comparison: Comparison) -> bool:
    """Return whether too few are compared to make a claim of: print has more of the same group."""
    n = _total(view, focus, comparison)["n"]
    return few(view.snapshot, focus.family, focus.country, group_code(focus, comparison), n)


def _claim(view: View, focus: Evaluation, comparison: Comparison) -> Sentence:
    total = _total(view, focus, comparison)
    if total["quartile"] and not is_few(view, focus, comparison):
        quartile = _(QUARTILES[total["quartile"]])
        # Not the same: with ties at its bound, more than a quarter of the municipalities are in the upper quartile.
        if total["rank"] <= total["n"] / 4:
            return _("av 800 poeng: i {quartile} og blant de 25 % beste", quartile=quartile)
        return _("av 800 poeng: i {quartile}", quartile=quartile)
    printed = _printed(view, focus, "quartile", comparison)
    if printed:
        return _("av 800 poeng: på trykk i {quartile}", quartile=_(QUARTILES[printed["value"]]))
    if total["basis"] != "stated":
        return _("av 800 poeng ({basis})", basis=_(BASIS[total["basis"]]))
    return _("av 800 poeng")


def _place(view: View, focus: Evaluation, comparison: Comparison) -> Fact | None:
    """Return the computed place, or the printed one where print has more; None where neither is known."""
    total = _total(view, focus, comparison)
    if is_few(view, focus, comparison) and (printed := _printed(view, focus, "rank", comparison)):
        place = _("{rank} av {n:number}", rank=printed["value"], n=printed["of_n"])
        return Fact(_("Plass på trykk"), place, _("{group}, {source}", group=_group(printed), source=_where(printed)))
    if total["rank"] is None:
        return None
    place = _("{rank:number} av {n:number}", rank=total["rank"], n=total["n"])
    return Fact(_("Plass"), place, _same_size(view, focus, comparison) or _(AMONG[comparison.group]))


def _same_size(view: View, focus: Evaluation, comparison: Comparison) -> Sentence | None:
    """Return the place in the size group, beside the place among all; None where it is not known, or print has more."""
    if comparison.group != "all" or focus.size_group is None:
        return None
    among = Comparison("size", comparison.reference_year, comparison.window)
    rank, n = place_of_total(view.snapshot, focus, among, _total(view, focus, comparison)["own"])
    if rank is None or few(view.snapshot, focus.family, focus.country, group_code(focus, among), n):
        return None
    return _("{rank:number} av {n:number} på samme størrelse", rank=rank, n=n)


def _quartile(view: View, focus: Evaluation, comparison: Comparison) -> Fact | None:
    total = _total(view, focus, comparison)
    if total["quartile"] and not is_few(view, focus, comparison):
        bounds = _("grenser {q1:shortest}, {median:shortest} og {q3:shortest}", **total)
        return Fact(_("Kvartil"), _(QUARTER[total["quartile"]]), bounds)
    printed = _printed(view, focus, "quartile", comparison)
    if printed is None:
        return None
    return Fact(
        _("Kvartil på trykk"),
        _(QUARTER[printed["value"]]),
        _("{group}, {source}", group=_group(printed), source=_where(printed)),
    )


def _printed(view: View, focus: Evaluation, kind: str, comparison: Comparison) -> dict[str, Any] | None:
    """Return the printed statement of the total, of the group compared with before others; None where there is none."""
    statements = [
        row
        for row in statements_of(view.snapshot, focus)
        if (row["area"], row["kind"]) == (0, kind)
        and row["value"] is not None
        and (row["of_n"] is not None or kind != "rank")
    ]
    group = group_code(focus, comparison)
    of_the_group = (row for row in statements if group and row["group_code"] == group)
    return next(of_the_group, None) or next(iter(statements), None)


def _group(printed: dict[str, Any]) -> Sentence:
    if printed["group_code"] == "all":
        return _("i Norge, n = {n:number}", n=printed["of_n"]) if printed["of_n"] else _("i Norge")
    return _("{group}", group=printed["group_label"])


def _where(printed: dict[str, Any]) -> str:
    return printed["place"] or source(printed["source"], None)


def _since_last(view: View, focus: Evaluation) -> Fact | None:
    """Return the change of the total since the evaluation before, of the same family; None where there is none."""
    totals = {row["evaluation"]: row for row in trend_rows(view.snapshot, focus.municipality) if row["area"] == 0}
    change = totals.get(focus.evaluation)
    if change is None or change["change"] is None:
        return None
    before = totals[change["evaluation_before"]]["year_label"]
    note = (
        _("fra {before:shortest}", before=change["before"]) if change["matters"] else _("for lite til å tillegges vekt")
    )
    return Fact(_("Siden {year}", year=before), signed(change["change"]), note)
