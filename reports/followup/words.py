"""Words of the verdicts, and sentences that belong to every one of them."""

from data.language import N_, Sentence, _
from data.numbers import signed
from queries.caching import LOG
from queries.followup_verdict import decimals_apart
from queries.settings import settings
from reports.table import Row
from reports.view import View

VERDICT_NAMES = {
    "better_than_rest": N_("bedre enn resten"),
    "as_rest": N_("som resten"),
    "weaker_than_rest": N_("svakere enn resten"),
    "cannot_say": N_("kan ikke sies"),
}
NOT_THE_CAUSE = N_("Tallene viser hva som skjedde etterpå. De sier ikke at tiltaket var årsaken.")


def how_judged(view: View) -> Sentence:
    """Return what the rest is, and how far from it a measure is better or weaker."""
    return _(
        "Endringen er i prosent av maksimum. Resten er det i de samme to evalueringene som ikke hører til noe tiltak "
        "som er i gang, gjennomført eller stanset. Bedre eller svakere er minst {threshold} prosentpoeng fra resten; "
        "det er vår innstilling.",
        threshold=settings(view.snapshot)["followup_difference"],
    )


def plans_as_of(view: View) -> tuple[Sentence, ...]:
    """Return for files the sentence on causes, and the event after which the measures are as told."""
    event = view.narrowed(LOG).snapshot.as_of
    return _(NOT_THE_CAUSE), _("Tiltakene er slik de var etter hendelse {event}.", event=event)


def difference(view: View, row: Row) -> str:
    """Return how far a measure is from the rest, with as many decimals as it takes to be below the threshold."""
    apart: float = row["difference"]
    return signed(apart, decimals_apart(apart, settings(view.snapshot)["followup_difference"]))
