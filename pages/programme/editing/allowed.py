"""Whether plans can be changed here, and why not."""

from data.language import N_, Sentence, _
from pages.parts.address import parameter
from pages.parts.writing import visitor_refused
from queries.snapshot import Snapshot

VISITORS = {
    "unknown_visit": N_(
        "Programmer og tiltak kan leses, men ikke endres her: serveren kan ikke se hvor besøket kommer fra."
    ),
    "reachable_by_others": N_(
        "Programmer og tiltak kan leses, men ikke endres her: serveren kan nås fra andre maskiner."
    ),
    "behind_proxy": N_(
        "Programmer og tiltak kan leses, men ikke endres her: besøket kommer gjennom en mellomtjener (proxy)."
    ),
    "visitor_elsewhere": N_(
        "Programmer og tiltak kan leses, men ikke endres her: besøket kommer fra en annen maskin enn serverens."
    ),
    "other_host": N_(
        "Programmer og tiltak kan leses, men ikke endres her: siden er åpnet med et annet navn enn serverens eget."
    ),
    "other_origin": N_("Programmer og tiltak kan leses, men ikke endres her: besøket kommer fra et annet nettsted."),
}
"""Why a visitor may not change plans, by the codes of pages/writing.py."""


def why_not(snapshot: Snapshot) -> Sentence | None:
    """Return why plans cannot be changed here; None where they can."""
    if parameter("stand") == str(snapshot.as_of) or snapshot.as_of < snapshot.store.newest_event():
        return _(
            "Planene vises slik de var etter hendelse {event}, og kan ikke endres der. Fjern «stand» fra adressen for "
            "å endre dem slik de er nå.",
            event=snapshot.as_of,
        )
    if snapshot.store.read_only:
        return _("Programmer og tiltak kan leses, men ikke endres her: datalageret er bare åpnet for lesing.")
    refused = visitor_refused()
    return _(VISITORS[refused.code]) if refused else None
