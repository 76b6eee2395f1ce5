"""Whose programmes are shown: municipalities that have one or are evaluated, and their programmes in order."""

from collections.abc import Mapping
from datetime import date

from data.language import _
from data.plans.rows import Programme
from queries.caching import cached_log
from queries.evaluation import keys_and_names_by_number
from queries.municipalities import names
from queries.plans import planner_key, plans
from queries.snapshot import Snapshot, UnknownChoice, log
from reports.address import Address
from reports.choices import default_municipality
from reports.view import day_in_oslo


@cached_log
def planners(snapshot: Snapshot) -> Mapping[str, str]:
    """Return the newest name of every municipality that has a programme, by its key, sorted by name."""
    named = names(snapshot)
    found = {
        one.municipality: named.get(one.municipality) or one.municipality_name or one.municipality
        for one in plans(snapshot).programmes.values()
    }
    return dict(sorted(found.items(), key=lambda item: (item[1].casefold(), item[0])))


def name_of(snapshot: Snapshot, key: str) -> str:
    """Return the name of a municipality, evaluated, with a programme, or only registered; else its key."""
    known = {**planners(snapshot), **names(snapshot)}.get(key)
    return known or keys_and_names_by_number(snapshot).get(key, (key, key))[1]


@cached_log
def programmes_of(snapshot: Snapshot, key: str) -> tuple[Programme, ...]:
    """Return the programmes of a municipality, the one that begins or else ends last first, then by name."""
    own = [one for one in plans(snapshot).programmes.values() if one.municipality == key]
    own.sort(key=lambda one: (one.name or "", one.programme))
    return tuple(sorted(own, key=lambda one: one.starts or one.ends or str(one.target_year or ""), reverse=True))


def planner_in(snapshot: Snapshot, address: Address) -> str:
    """Return the key of the municipality of `kommune`, evaluated or not; an unknown one is told."""
    default = default_municipality(snapshot)
    number = address.parameter("kommune") or default
    if number in names(snapshot):
        return number
    try:
        return planner_key(snapshot, number)
    except UnknownChoice as unknown:
        notice = _("{reason} Her vises {name}.", reason=str(unknown), name=name_of(snapshot, default))
        address.add_notice(notice)
        return default


def day_of(snapshot: Snapshot, address: Address, today: date) -> date:
    """Return the day that «late» goes by: with `stand` the day of the newest event of the dataset then, else today."""
    event = address.parameter("stand") or ""
    if not event.isdecimal() or not 1 <= int(event[:10]) <= snapshot.store.newest_event():
        return today
    events = log(snapshot)
    return today if events.is_empty() else day_in_oslo(events["happened_at"][0])
