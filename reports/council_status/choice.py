"""The choice of the page: programme, year, and the event that it is frozen at."""

from dataclasses import dataclass, replace
from datetime import date

from data.language import _
from data.plans.dates import first_day, last_day
from data.plans.rows import Measure, Phase, Programme
from queries.plan_history import Change, histories
from queries.plan_tree import branches
from queries.plans import plans
from queries.snapshot import Snapshot, log, shipped
from reports.address import Address
from reports.links import Link
from reports.programme.planners import name_of, planner_in, programmes_of
from reports.view import View, day_in_oslo

MOST_YEARS = 12
"""Years offered, the newest ones, where a programme goes over more."""


@dataclass(frozen=True)
class Choice:
    """The choice of the page.

    Attributes:
        municipality: its key.
        name: its name.
        day: the day that «late» goes by: the event's when frozen, else today.
        frozen: the event that the page is frozen at; None where it follows the newest.
        programme: identifier; None where the municipality has none.
        year: the year that is told.
        years: the years on offer.
    """

    municipality: str
    name: str
    day: date
    frozen: int | None = None
    programme: str | None = None
    year: int = 0
    years: tuple[int, ...] = ()

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that select this choice."""
        frozen = {"stand": str(self.frozen)} if self.frozen is not None else {}
        if not self.programme:
            return {"kommune": self.municipality} | frozen
        return {"kommune": self.municipality, "program": self.programme, "aar": str(self.year)} | frozen

    def until(self) -> date:
        """Return the day that the page tells of: the last of its year, or the day itself if that is earlier."""
        return min(self.day, date(self.year, 12, 31))

    def link(self, **further: str) -> Link:
        """Return a link to this page with further or other parameters."""
        return Link("kommunestyret", tuple((self.parameters() | further).items()))


def choose(view: View, address: Address) -> Choice:
    """Read the choice from the query parameters; what is unknown is told.

    `aar` counts only beside `program`: without it, it is the year of an evaluation, which every address has.
    """
    snapshot = view.snapshot
    municipality = _municipality(snapshot, address)
    frozen = _frozen(snapshot, address)
    day = view.today if frozen is None else _day_of(snapshot, view.today)
    choice = Choice(municipality, name_of(snapshot, municipality), day, frozen)
    own = {one.programme: one for one in programmes_of(snapshot, municipality)}
    wanted = address.parameter("program") or ""
    if wanted and wanted not in own:
        address.add_notice(_("{name} har ikke programmet «{programme}» her.", name=choice.name, programme=wanted[:60]))
    if not own:
        return choice
    programme = own.get(wanted, next(iter(own.values())))
    years = _years(snapshot, programme, day)
    choice = replace(choice, programme=programme.programme, years=years, year=_default(years, day))
    return replace(choice, year=_year(address, choice)) if wanted in own else choice


def _municipality(snapshot: Snapshot, address: Address) -> str:
    """Return the municipality of `kommune`, else that of `program`, else the default."""
    programme = plans(snapshot).programmes.get(address.parameter("program") or "")
    if address.parameter("kommune") is None and programme:
        return programme.municipality
    return planner_in(snapshot, address)


def _frozen(snapshot: Snapshot, address: Address) -> int | None:
    """Return the event of `stand` where the address has a valid one; snapshot_in tells of others."""
    event = address.parameter("stand") or ""
    is_known = event.isdecimal() and len(event) < 10 and 1 <= int(event) <= snapshot.store.newest_event()
    return int(event) if is_known else None


def _day_of(snapshot: Snapshot, today: date) -> date:
    events = log(snapshot)
    return today if events.is_empty() else day_in_oslo(events["happened_at"][0])


def _years(snapshot: Snapshot, programme: Programme, day: date) -> tuple[int, ...]:
    """Return every year from the first to the last that is dated, none after the day's; the day's if none is dated."""
    given = {year for one in _dated(snapshot, programme) if (year := _year_of(one))}
    known = sorted(given | _years_of_changes(snapshot, programme))
    past = [year for year in known if year <= day.year]
    if not known:
        return (day.year,)
    last = min(max(known), day.year) if past else known[0]
    return tuple(range(known[0], last + 1))[-MOST_YEARS:]


def _dated(snapshot: Snapshot, programme: Programme) -> list[str | None]:
    """Return every date that a programme and its measures give, as exact as known."""
    own: list[Programme | Measure] = [programme]
    own += [branch.measure for branch in branches(snapshot, programme.programme)]
    spans: list[Programme | Measure | Phase] = [*own, *(phase for one in own for phase in one.phases)]
    dates = [known for one in spans for known in (one.starts, one.ends)]
    dates += [str(year) for one in own for money in one.money for year in (money.first_year, money.last_year) if year]
    return dates + [one.date for measure in own if isinstance(measure, Measure) for one in measure.evidence]


def _years_of_changes(snapshot: Snapshot, programme: Programme) -> set[int]:
    """Return the years in which people made measures or changed their status here."""
    came_with_the_program = shipped(snapshot)
    return {
        day_of(change).year
        for changes in histories(snapshot, programme.programme).values()
        for change in changes
        if change.field in ("", "status") and change.event not in came_with_the_program
    }


def day_of(change: Change) -> date:
    """Return the day of a change in Norway."""
    return day_in_oslo(change.happened_at)


def _year_of(known: str | None) -> int | None:
    first = first_day(known or "")
    return first.year if first else None


def _default(years: tuple[int, ...], day: date) -> int:
    """Return the year of the day, else the newest."""
    return day.year if day.year in years else years[-1]


def _year(address: Address, choice: Choice) -> int:
    year = address.whole("aar", choice.year)
    if year in choice.years:
        return year
    address.add_notice(
        _("Programmet har ikke noe å fortelle fra {year}. Her vises {shown}.", year=year, shown=choice.year)
    )
    return choice.year


def falls_in(known: str | None, year: int) -> bool:
    """Return whether a date as exact as known begins in a year."""
    return _year_of(known) == year


def goes_on_in(starts: str | None, ends: str | None, year: int) -> bool:
    """Return whether a span with both ends known has a day in a year."""
    first, last = first_day(starts or ""), last_day(ends or "")
    return first is not None and last is not None and first.year <= year <= last.year
