"""Choice of one evaluation per merging municipality, all of one version family."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from data.language import _
from queries.caching import cached, cached_reference
from queries.evaluation import Evaluation, evaluations_of
from queries.snapshot import Snapshot, UnknownChoice

FEWEST, MOST = 2, 6


@dataclass(frozen=True)
class Merging:
    """Municipalities that merge, in the order they were chosen.

    Attributes:
        family: the version family compared.
        evaluations: the latest evaluation of this family, of each municipality that has one.
        other_family: the latest evaluation of each municipality that has none of this family; not compared.
        later: the earliest evaluation of each municipality first measured after the chosen year; not compared.
        families: the families that at least two of the municipalities were measured with.
    """

    family: int
    evaluations: tuple[Evaluation, ...]
    other_family: tuple[Evaluation, ...] = ()
    later: tuple[Evaluation, ...] = ()
    families: tuple[int, ...] = ()


def merging(
    snapshot: Snapshot, municipalities: Sequence[str], year: int | None = None, family: int | None = None
) -> Merging:
    """Return the evaluations compared: of each municipality the latest of one family, up to and including the year.

    The default family is the one most of the municipalities were measured with; ties: the newer one.

    Raises:
        UnknownChoice: there are fewer than two or more than six municipalities, or one has no evaluation.
    """
    return _merging(snapshot, tuple(municipalities), year, family)


@cached
def _merging(snapshot: Snapshot, municipalities: tuple[str, ...], year: int | None, family: int | None) -> Merging:
    histories = [evaluations_of(snapshot, number) for number in municipalities]
    # By key, since two numbers can be the same municipality, which then counts once.
    by_key = {history[0].municipality: history for history in histories}
    refuse_unless_few(len(by_key))
    until_year = {
        key: [evaluation for evaluation in history if year is None or evaluation.year <= year]
        for key, history in by_key.items()
    }
    counts = Counter(
        family for history in until_year.values() for family in {evaluation.family for evaluation in history}
    )
    chosen = family or max(counts, key=lambda family: (counts[family], family), default=0)
    of_family = {
        key: [evaluation for evaluation in history if evaluation.family == chosen]
        for key, history in until_year.items()
    }
    return Merging(
        chosen,
        tuple(history[-1] for history in of_family.values() if history),
        tuple(history[-1] for key, history in until_year.items() if history and not of_family[key]),
        tuple(history[0] for key, history in by_key.items() if not until_year[key]),
        tuple(sorted(family for family, n in counts.items() if n >= FEWEST)),
    )


def refuse_unless_few(n: int) -> None:
    """Raise an error for fewer than two municipalities or more than six.

    Raises:
        UnknownChoice: there are too few or too many.
    """
    if not FEWEST <= n <= MOST:
        message = _("En sammenslåing gjelder to til seks kommuner, ikke {n}. Velg to til seks.", n=n)
        raise UnknownChoice("too_few_or_too_many", message)


def refuse_left_out(group: Merging) -> None:
    """Raise an error if any of the municipalities cannot be compared; for the shell, whose tables have no notes.

    Raises:
        UnknownChoice: one was measured with another family only, or only after the chosen year.
    """
    for evaluation in group.other_family:
        message = _(
            "{name} er målt med versjon {version}, som ikke kan sammenlignes med de andres versjon. "
            "Ulike versjonsfamilier blandes aldri.",
            name=evaluation.name,
            version=evaluation.version,
        )
        raise UnknownChoice("other_family", message)
    for evaluation in group.later:
        message = _(
            "{name} er første gang evaluert i {year}, etter året det spørres om.",
            name=evaluation.name,
            year=evaluation.year_label,
        )
        raise UnknownChoice("evaluated_later", message)


def border_changes(snapshot: Snapshot, names: Mapping[str, str]) -> pl.DataFrame:
    """Return the splits and mergers of the municipalities, and of others that joined the same new one as two of them.

    One row per part of a municipality that went to another, evaluated or not. Columns: those of
    municipality_changes.sql (`share`, 0 to 1), and `name`, from `names` by number, else from_name.
    """
    changes = snapshot.query("municipality_changes")
    own_changes = changes.filter(pl.col("from_number").is_in(names.keys()))
    shared_targets = own_changes.filter(pl.len().over("to_number") >= FEWEST)["to_number"].to_list()
    relevant = changes.filter(pl.col("to_number").is_in([*names, *shared_targets]))["from_number"]
    return changes.filter(pl.col("from_number").is_in([*own_changes["from_number"], *relevant])).with_columns(
        name=pl.col("from_number").replace_strict(dict(names), default=pl.col("from_name"))
    )


@cached_reference
def successor(snapshot: Snapshot, municipalities: tuple[str, ...]) -> str:
    """Return the key of the municipality that most of these went into, else of the first of them."""
    changes = snapshot.query("municipality_changes").filter(pl.col("from_number").is_in(list(municipalities)))
    by_target = changes.group_by("to_number").agg(n=pl.len(), share=pl.col("share").sum())
    first = by_target.filter(pl.col("n") >= FEWEST).sort("n", "share", "to_number", descending=[True, True, False])
    return municipalities[0] if first.is_empty() else str(first["to_number"][0])
