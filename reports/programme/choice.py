"""The choice of the page: municipality, programme, status of the measures listed, and the measure that is open."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from data.language import _
from data.plans.words import STATUS_NAMES
from queries.plan_tree import branches
from reports.address import Address
from reports.links import Link
from reports.programme.planners import day_of, name_of, planner_in, programmes_of
from reports.view import View

ANY_STATUS = "alle"
UNKNOWN = "ukjent"
"""The status of a measure whose status nobody says."""
KEPT = ("aar", "gruppe", "referanse", "vindu", "utvalg", "kommuner")
"""Query parameters of the other pages that a link on this page keeps, so that their choice comes along."""


@dataclass(frozen=True)
class Choice:
    """The choice of the page.

    Attributes:
        municipality: its key.
        name: its name.
        today: the day that «late» goes by.
        programme: identifier; None where the municipality has none.
        title: the programme's name.
        status: address code of the status whose measures are listed.
        measure: identifier of the measure that is open; None for none.
        kept: choices of the other pages, which links keep.
    """

    municipality: str
    name: str
    today: date
    programme: str | None = None
    title: str = ""
    status: str = ANY_STATUS
    measure: str | None = None
    kept: tuple[tuple[str, str], ...] = ()

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that select this choice in files; which measure is open does not matter there."""
        parameters = {"kommune": self.municipality}
        if self.programme is None:
            return parameters
        return parameters | {"program": self.programme, "status": self.status}

    def link(self, stays: str = "", **changes: Any) -> Link:
        """Return the link to this page with some attributes of the choice changed."""
        choice = replace(self, **changes)
        opened = {"tiltak": choice.measure} if choice.measure else {}
        return Link("tiltak", tuple({**dict(choice.kept), **choice.parameters(), **opened}.items()), stays=stays)


def choose(view: View, address: Address) -> Choice:
    """Read the choice from the query parameters; what is unknown is told."""
    snapshot = view.snapshot
    key = planner_in(snapshot, address)
    kept = tuple((name, text) for name in KEPT if (text := address.parameter(name)))
    choice = Choice(key, name_of(snapshot, key), day_of(snapshot, address, view.today), kept=kept)
    own = {one.programme: one for one in programmes_of(snapshot, key)}
    wanted = address.parameter("program")
    if wanted and wanted not in own:
        address.add_notice(_("{name} har ikke programmet «{programme}» her.", name=choice.name, programme=wanted[:60]))
    if not own:
        return choice
    programme = own.get(wanted or "", next(iter(own.values())))
    names = {code: _(name) for code, name in STATUS_NAMES.items()}
    statuses = {ANY_STATUS: _("alle"), **names, UNKNOWN: _("status ikke oppgitt")}
    return replace(
        choice,
        programme=programme.programme,
        title=programme.name or _("Program uten navn"),
        status=address.one_of("status", statuses, ANY_STATUS),
        measure=_measure_in(view, address, programme.programme),
    )


def _measure_in(view: View, address: Address, programme: str) -> str | None:
    wanted = address.parameter("tiltak")
    if wanted is None or any(branch.measure.measure == wanted for branch in branches(view.snapshot, programme)):
        return wanted
    address.add_notice(_("Tiltaket «{measure}» finnes ikke i dette programmet.", measure=wanted[:60]))
    return None
