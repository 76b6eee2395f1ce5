"""Savings and costs of a programme per year: goal, planned (identified), decided and realised."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.plans.rows import STEPS_OF_MONEY, Money
from queries.caching import cached_log
from queries.plan_tree import Branch, branches
from queries.plans import plans
from queries.snapshot import Snapshot


@dataclass(frozen=True)
class Saved:
    """The savings (or costs) of one step in one year, in kroner.

    Attributes:
        parts: how many measures they are summed over, 0 for the programme's own amounts.
        notes: what is remarked on the programme's own amounts; those of measures stand with the measures.
    """

    year: int
    step: str
    amount: int
    parts: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unplaced:
    """A saving of a span of years, or without any; `title` is the measure's, None where it is the programme's own."""

    money: Money
    title: str | None


@cached_log
def savings(snapshot: Snapshot, programme: str) -> tuple[Saved, ...]:
    """Return the savings of single years, by year and step.

    Where the programme itself has an amount of that step and year, it stands, and those of its measures are within
    it; else they are summed, and so on for an area and what belongs to it: nothing is counted twice.
    """
    return _by_year(snapshot, programme, "saving")


@cached_log
def costs(snapshot: Snapshot, programme: str) -> tuple[Saved, ...]:
    """Return the costs of single years, by year and step, counted as `savings` are."""
    return _by_year(snapshot, programme, "cost")


def _by_year(snapshot: Snapshot, programme: str, kind: str) -> tuple[Saved, ...]:
    own = plans(snapshot).programmes[programme].money
    below: dict[str | None, list[Branch]] = {}
    for branch in branches(snapshot, programme):
        below.setdefault(branch.area, []).append(branch)
    every = [*own, *(money for found in below.values() for branch in found for money in branch.measure.money)]
    placed = [money.first_year for money in every if money.kind == kind and _is_placed(money)]
    years = sorted({year for year in placed if year is not None})
    found = []
    for year in years:
        for step in STEPS_OF_MONEY:
            amount, parts = _of_year(own, below, None, (kind, step, year))
            if amount is not None:
                found.append(Saved(year, step, amount, parts, _notes(own, year, step)))
    return tuple(found)


@cached_log
def unplaced_savings(snapshot: Snapshot, programme: str) -> tuple[Unplaced, ...]:
    """Return the savings that are not of one year, the programme's own first."""
    own = [Unplaced(money, None) for money in plans(snapshot).programmes[programme].money]
    theirs = [
        Unplaced(money, branch.measure.title)
        for branch in branches(snapshot, programme)
        for money in branch.measure.money
    ]
    return tuple(one for one in (*own, *theirs) if one.money.kind == "saving" and not _is_placed(one.money))


def _is_placed(money: Money) -> bool:
    return money.first_year is not None and money.first_year == money.last_year


def _notes(own: Iterable[Money], year: int, step: str) -> tuple[str, ...]:
    of_year = [money for money in own if _is_placed(money) and (money.first_year, money.step) == (year, step)]
    return tuple(money.note for money in of_year if money.note)


def _of_year(
    own: Iterable[Money], below: Mapping[str | None, Sequence[Branch]], name: str | None, of: tuple[str, str, int]
) -> tuple[int | None, int]:
    amounts = [money.amount for money in own if _is_placed(money) and (money.kind, money.step, money.first_year) == of]
    if amounts:
        return sum(amounts), 0 if name is None else 1
    parts = [_of_year(one.measure.money, below, one.measure.measure, of) for one in below.get(name, ())]
    known = [(amount, n) for amount, n in parts if amount is not None]
    return (sum(amount for amount, _n in known), sum(n for _amount, n in known)) if known else (None, 0)
