"""Programmes and measures of a snapshot, and which municipality and programme a question is about."""

from data.language import _, joined
from data.plans.reading import Plans, plans_in
from queries.caching import cached_log
from queries.evaluation import keys_and_names_by_number
from queries.snapshot import Snapshot, UnknownChoice, did_you_mean


@cached_log
def plans(snapshot: Snapshot) -> Plans:
    """Return the programmes and measures of the dataset, whole, as they were after the event of the snapshot."""
    return plans_in(snapshot.store, snapshot.dataset, snapshot.as_of)


def planner_key(snapshot: Snapshot, number: str) -> str:
    """Return the key of the municipality that has or had this number, evaluated or not.

    Raises:
        UnknownChoice: neither the register nor a programme of the dataset knows the number.
    """
    registered = keys_and_names_by_number(snapshot).get(number)
    planning = snapshot.query("programmes", municipality=None, programme=None)["number"].unique().sort().to_list()
    if registered is None and number not in planning:
        message = _("Ingen kommune her har nummer «{number}».", number=number)
        raise UnknownChoice("unknown_number", joined(message, did_you_mean(number, planning)))
    return registered[0] if registered else number


def refuse_unknown_programme(snapshot: Snapshot, programme: str) -> None:
    """Raise an error unless the dataset has a programme with this identifier.

    Raises:
        UnknownChoice: it has none.
    """
    known = snapshot.query("programmes", municipality=None, programme=None)["programme"].to_list()
    if programme not in known:
        message = _("Programmet «{programme}» finnes ikke her.", programme=programme)
        raise UnknownChoice("unknown_programme", joined(message, did_you_mean(programme, known)))
