"""Who takes part when municipalities that merge are compared: one evaluation each, all of one family."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from data.language import _
from queries.caching import cached
from queries.evaluation import Evaluation, evaluations_of
from queries.snapshot import Snapshot, UnknownChoice

FEWEST, MOST = 2, 6


@dataclass(frozen=True)
class Merging:
    """Municipalities that merge, in the order they were chosen.

    Attributes:
        family: the versions they are compared with.
        evaluations: the latest evaluation of each that has one of this family.
        other_family: the latest evaluation of each that has none of this family, and takes no part.
        later: the earliest evaluation of each that was only measured after the year asked for.
        families: the families at least two of them were measured with.
    """

    family: int
    evaluations: tuple[Evaluation, ...]
    other_family: tuple[Evaluation, ...] = ()
    later: tuple[Evaluation, ...] = ()
    families: tuple[int, ...] = ()


def merging(
    snapshot: Snapshot, municipalities: Sequence[str], year: int | None = None, family: int | None = None
) -> Merging:
    """Return who takes part: of each the latest evaluation of one family, up to and with the year.

    Without a family, it is the one most of them were measured with; of equals the newer one.

    Raises:
        UnknownChoice: fewer than two or more than six municipalities, or one without any evaluation.
    """
    return _merging(snapshot, tuple(municipalities), year, family)


@cached
def _merging(snapshot: Snapshot, municipalities: tuple[str, ...], year: int | None, family: int | None) -> Merging:
    known = [evaluations_of(snapshot, number) for number in municipalities]
    every = {one[0].municipality: one for one in known}
    refuse_unless_few(len(every))
    by_then = {key: [one for one in ours if year is None or one.year <= year] for key, ours in every.items()}
    measured = Counter(family for ours in by_then.values() for family in {one.family for one in ours})
    chosen = family or max(measured, key=lambda one: (measured[one], one), default=0)
    fitting = {key: [one for one in ours if one.family == chosen] for key, ours in by_then.items()}
    return Merging(
        chosen,
        tuple(ours[-1] for ours in fitting.values() if ours),
        tuple(ours[-1] for key, ours in by_then.items() if ours and not fitting[key]),
        tuple(ours[0] for key, ours in every.items() if not by_then[key]),
        tuple(sorted(one for one, n in measured.items() if n >= FEWEST)),
    )


def refuse_unless_few(n: int) -> None:
    """Refuse fewer than two municipalities and more than six.

    Raises:
        UnknownChoice: there are too few or too many.
    """
    if not FEWEST <= n <= MOST:
        told = _("En sammenslåing gjelder to til seks kommuner, ikke {n}. Velg to til seks.", n=n)
        raise UnknownChoice("too_few_or_too_many", told)


def refuse_left_out(group: Merging) -> None:
    """Refuse a group of which someone cannot take part, for those who get figures without words.

    Raises:
        UnknownChoice: someone was measured with another family, or later than the year asked for.
    """
    for one in group.other_family:
        told = _(
            "{name} er målt med versjon {version}, som ikke kan sammenlignes med de andres versjon. "
            "Ulike versjonsfamilier blandes aldri.",
            name=one.name,
            version=one.version,
        )
        raise UnknownChoice("other_family", told)
    for one in group.later:
        told = _(
            "{name} er første gang evaluert i {year}, etter året det spørres om.", name=one.name, year=one.year_label
        )
        raise UnknownChoice("evaluated_later", told)


def border_changes(snapshot: Snapshot, names: Mapping[str, str]) -> pl.DataFrame:
    """Return where the municipalities, and others that went to the same new one as two of them, went to.

    One row a part, of whole municipalities and of every part of split ones. `names` gives by number what
    each is called here, and `name` tells it; evaluated or not.
    """
    changes = snapshot.query("municipality_changes")
    gone = changes.filter(pl.col("from_number").is_in(names.keys()))
    shared = gone.filter(pl.len().over("to_number") >= FEWEST)["to_number"].to_list()
    also = changes.filter(pl.col("to_number").is_in([*names, *shared]))["from_number"]
    return changes.filter(pl.col("from_number").is_in([*gone["from_number"], *also])).with_columns(
        name=pl.col("from_number").replace_strict(dict(names), default=pl.col("from_name"))
    )
