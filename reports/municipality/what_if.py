"""Hva om: what would follow for areas, total, place and quartile if some questions had more points."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import polars as pl

from data.catalogues import named
from data.language import Sentence, _
from data.numbers import MISSING, number
from queries.arguments import WHAT_IF
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.raised import raised_tenths
from queries.snapshot import Snapshot, UnknownChoice
from queries.what_if import what_if
from reports.address import Address
from reports.content import Heading, Paragraph, Section, section
from reports.municipality.headline import is_few
from reports.origin import origin
from reports.rank_sentences import QUARTILES
from reports.table import Column, Row, Table
from reports.view import View

HVA_OM = replace(WHAT_IF, name="hva_om")
"""The argument as the address calls it, for what its errors say."""

Raised = tuple[tuple[str, Decimal], ...]
"""Question codes with the points they would have."""


def raised_in(snapshot: Snapshot, focus: Evaluation, address: Address) -> Raised:
    """Return what `hva_om` raises, `7.4:12,7.5:5.5`; what cannot be raised so is left out with a notice."""
    text = address.parameter("hva_om")
    if text is None:
        return ()
    raised = []
    try:
        asked: Mapping[str, Decimal] = HVA_OM.parse(text)
    except UnknownChoice as unreadable:
        address.add_notice(_("{reason} «hva_om» i adressen er sett bort fra.", reason=str(unreadable)))
        return ()
    for code, points in asked.items():
        try:
            raised_tenths(snapshot, focus, code, points)
            raised.append((code, points))
        except UnknownChoice as impossible:
            address.add_notice(str(impossible))
    return tuple(raised)


def raised_text(raised: Mapping[str, Decimal]) -> str:
    """Return the value of `hva_om` that raises these questions."""
    return ",".join(f"{code}:{points.normalize():f}" for code, points in raised.items())


@cached
def intended(_view: View) -> Section:
    """Return the heading, and what the figures below it are and are not."""
    meaning = _("Slik ville det sett ut hvis alt annet står stille. Det er et regnestykke, ingen prognose.")
    return section("hvaom", Heading(_("Hva om …?")), Paragraph(meaning, "caption"))


@cached
def consequences(view: View, focus: Evaluation, comparison: Comparison, raised: Raised) -> Section:
    """Return the change of the total in a sentence, and the table of the figures that change."""
    if not raised:
        return section("hvaomtabell")
    figures = what_if(view.snapshot, focus, comparison, dict(raised))
    too_few = is_few(view, focus, comparison)
    table = Table(
        "hvaomtabell-tabell",
        _("{name} {year}: hva om", name=focus.name, year=focus.year_label),
        _columns(too_few=too_few),
        figures.filter((pl.col("area") == 0) | (pl.col("change") != 0)),
        marked={"area": 0},
        notes=[_("Hevet til: {raised:commas}.", raised=[_told(code, points) for code, points in raised])],
        origin=origin(focus, _("Hvis alt annet står stille; ingen prognose.")),
    )
    return section("hvaomtabell", Paragraph(_sentence(figures.row(0, named=True), too_few=too_few), "told"), table)


def _told(code: str, points: Decimal) -> Sentence:
    return _("{code} {points:exact}", code=code, points=points)


def _sentence(total: Row, *, too_few: bool) -> Sentence:
    if total["after"] is None:
        return _("Totalen er ikke kjent.")
    if total["rank_after"] is None or too_few:
        return _("Totalen ville gått fra {before:shortest} til {after:shortest}.", **total)
    return _(
        "Totalen ville gått fra {before:shortest} til {after:shortest}: fra nr. {rank_before:number} til nr. "
        "{rank_after:number} av {n:number}, i {quartile}.",
        **total,
        quartile=_(QUARTILES[total["quartile_after"]]),
    )


def _columns(*, too_few: bool) -> list[Column]:
    ranks = [
        Column(_("Plass nå"), "rank_before", "number", shown=lambda row: _place(row["rank_before"], row["n"])),
        Column(_("Plass da"), "rank_after", "number", shown=lambda row: _place(row["rank_after"], row["n"])),
    ]
    return [
        Column(
            _("Tall"),
            "name",
            shown=lambda row: f"{row['area']} {named(row['name'])}" if row["area"] else _(row["name"]),
        ),
        Column(_("Nå"), "before", "number"),
        Column(_("Da"), "after", "number"),
        Column(_("Endring"), "change", "difference", 0),
        *([] if too_few else ranks),
    ]


def _place(rank: int | None, n: int) -> str:
    return MISSING if rank is None else _("{rank} av {n}", rank=number(rank), n=number(n))
