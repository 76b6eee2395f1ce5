"""Resolves the shell's arguments to a snapshot, an evaluation, a comparison and the municipalities of a merger."""

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
from queries.plans import planner_key
from queries.snapshot import Snapshot, snapshot_of


def snapshot_in(store: Store, arguments: Arguments) -> Snapshot:
    """Return the snapshot chosen by `dataset` and `as_of`, by default the real dataset as of the newest event.

    Raises:
        UnknownChoice: there is no such dataset or event.
    """
    as_of, dataset = AS_OF.of(arguments), DATASET.of(arguments)
    return snapshot_of(store, "real" if dataset is None else dataset, as_of)


def key_in(snapshot: Snapshot, arguments: Arguments) -> str | None:
    """Return the key of the municipality chosen by `municipality`, None if it is not given.

    Raises:
        UnknownChoice: no municipality has the number, or the one that has it has no evaluation.
    """
    number = MUNICIPALITY.of(arguments)
    return municipality_key(snapshot, number) if number else None


def planner_key_in(snapshot: Snapshot, arguments: Arguments) -> str | None:
    """Return the key of the municipality chosen by `municipality`, evaluated or not, None if it is not given.

    Raises:
        UnknownChoice: neither the register nor a programme of the dataset knows the number.
    """
    number = MUNICIPALITY.of(arguments)
    return planner_key(snapshot, number) if number else None


def focus_in(snapshot: Snapshot, arguments: Arguments) -> Evaluation:
    """Return the evaluation chosen by `municipality`, `year` and `version`, by default the newest.

    Raises:
        UnknownChoice: no municipality is given, or it has no such evaluation.
    """
    number = MUNICIPALITY.needed(arguments)
    return find_evaluation(snapshot, number, YEAR.of(arguments), VERSION.of(arguments))


def comparison_in(snapshot: Snapshot, arguments: Arguments) -> Comparison:
    """Return the comparison chosen by `group`, `reference_year`, `window` and `municipalities`, by default ALL.

    Raises:
        UnknownChoice: there is no such group, or one of the municipalities is not known.
    """
    group = GROUP.of(arguments)
    chosen = _split_numbers(MUNICIPALITIES.of(arguments) or "")
    return Comparison(
        group="all" if group is None else group,
        reference_year=REFERENCE_YEAR.of(arguments),
        window=WINDOW.of(arguments),
        municipalities=tuple(municipality_key(snapshot, number) for number in chosen),
    )


def merging_in(snapshot: Snapshot, arguments: Arguments) -> tuple[Evaluation, ...]:
    """Return one evaluation per municipality in `municipalities`, all of one family, in the order given.

    Raises:
        UnknownChoice: none, too few or too many municipalities are given, or one of them cannot take part.
    """
    numbers = _split_numbers(MUNICIPALITIES.needed(arguments))
    year = REFERENCE_YEAR.of(arguments) or YEAR.of(arguments)
    group = merging(snapshot, numbers, year, FAMILY.of(arguments))
    refuse_left_out(group)
    return group.evaluations


def _split_numbers(numbers: str) -> list[str]:
    return [number for number in numbers.split(",") if number]
