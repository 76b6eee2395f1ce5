"""What the arguments of the shell choose: a snapshot, an evaluation, whom it is compared with, who merges."""

from data.store import Store
from queries.arguments import (
    AS_OF,
    DATASET,
    FAMILY,
    GROUP,
    MUNICIPALITIES,
    MUNICIPALITY,
    REFERENCE_YEAR,
    VERSION,
    WINDOW,
    YEAR,
    Arguments,
)
from queries.comparison import Comparison
from queries.evaluation import Evaluation, find_evaluation, municipality_key
from queries.merging import merging, refuse_left_out
from queries.snapshot import Snapshot, snapshot_of


def snapshot_in(store: Store, arguments: Arguments) -> Snapshot:
    """Return the snapshot of a store that is asked for, by default of the real figures as they are now.

    Raises:
        UnknownChoice: there is no such dataset or event.
    """
    as_of, dataset = AS_OF.of(arguments), DATASET.of(arguments)
    return snapshot_of(store, "real" if dataset is None else dataset, as_of)


def key_in(snapshot: Snapshot, arguments: Arguments) -> str | None:
    """Return the key of the municipality asked for, None where none is.

    Raises:
        UnknownChoice: nobody has the number, or nobody with an evaluation has.
    """
    number = MUNICIPALITY.of(arguments)
    return municipality_key(snapshot, number) if number else None


def focus_in(snapshot: Snapshot, arguments: Arguments) -> Evaluation:
    """Return the evaluation asked for, which needs a municipality; by default its newest.

    Raises:
        UnknownChoice: no municipality is given, or it has no such evaluation.
    """
    number = MUNICIPALITY.needed(arguments)
    return find_evaluation(snapshot, number, YEAR.of(arguments), VERSION.of(arguments))


def comparison_in(snapshot: Snapshot, arguments: Arguments) -> Comparison:
    """Return how the others are chosen, by default all of them.

    Raises:
        UnknownChoice: there is no such group, or a municipality chosen is not known.
    """
    group = GROUP.of(arguments)
    chosen = _split(MUNICIPALITIES.of(arguments) or "")
    return Comparison(
        group="all" if group is None else group,
        reference_year=REFERENCE_YEAR.of(arguments),
        window=WINDOW.of(arguments),
        municipalities=tuple(municipality_key(snapshot, number) for number in chosen),
    )


def merging_in(snapshot: Snapshot, arguments: Arguments) -> tuple[Evaluation, ...]:
    """Return one evaluation of each municipality that merges, all of one family, in the order given.

    Raises:
        UnknownChoice: no municipalities are given, too few or too many, or one that cannot take part.
    """
    numbers = _split(MUNICIPALITIES.needed(arguments))
    year = REFERENCE_YEAR.of(arguments) or YEAR.of(arguments)
    group = merging(snapshot, numbers, year, FAMILY.of(arguments))
    refuse_left_out(group)
    return group.evaluations


def _split(numbers: str) -> list[str]:
    return [number for number in numbers.split(",") if number]
