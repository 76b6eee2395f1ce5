"""What a reader should know where several servers share one store: how far this one has followed it."""

from datetime import datetime

from data.language import Sentence, _
from data.shared_state import SharedState
from data.store import Store
from reports.content import Heading, Paragraph, Section, section
from reports.view import OSLO


def followed(store: Store) -> Section | None:
    """Return the section that says which event this server has followed to, and when; None of a store in a file.

    It changes every second, so nothing keeps it.
    """
    state = store.shared_state()
    if state is None:
        return None
    return section("felles", Heading(_("Felles datalager")), Paragraph(_followed(state, store.newest_event())))


def cut_off(store: Store) -> Sentence | None:
    """Return the notice that newer events may be missing here and since when; None while all is well."""
    state = store.shared_state()
    if state is None or not state.is_cut_off():
        return None
    return _not_followed(state, store.newest_event())


def _followed(state: SharedState, event: int) -> Sentence:
    if state.stopped is not None or not state.reached or state.followed_at is None:
        return _not_followed(state, event)
    return _(
        "Denne serveren deler datalager med flere. Den følger det, sist {day} kl. {clock}, og viser alt til og med "
        "hendelse {event}.",
        event=event,
        **_moment(state.followed_at),
    )


def _not_followed(state: SharedState, event: int) -> Sentence:
    moment = _moment(state.followed_at or state.since)
    if state.stopped is not None:
        return _(
            "Det felles datalageret er skiftet ut, satt tilbake eller oppgradert, og denne serveren følger det ikke "
            "lenger. Den viser alt til og med hendelse {event}, fra {day} kl. {clock}, til den startes på nytt.",
            event=event,
            **moment,
        )
    return _(
        "Det felles datalageret har ikke svart siden {day} kl. {clock}. Her vises alt til og med hendelse {event}; "
        "nyere hendelser kan mangle, og ingenting kan lagres nå.",
        event=event,
        **moment,
    )


def _moment(moment: datetime) -> dict[str, object]:
    """Return day and clock in Oslo."""
    there = moment.astimezone(OSLO)
    return {"day": there.date(), "clock": f"{there:%H.%M.%S}"}
