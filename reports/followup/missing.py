"""Why nothing can be said of some measures, and what to do about it."""

from typing import Any

import polars as pl

from data.language import N_, Sentence, _, counted, joined
from queries.caching import cached_log
from queries.evaluation import undone_evaluation
from queries.followup_verdict import REASONS
from reports.content import Bullets, Heading, Item, Section, section
from reports.followup.choice import Choice, judged, rows_of
from reports.view import View

WHY = {
    "not_begun": N_("Arbeidet er ikke satt i gang."),
    "status_unknown": N_("Det er ikke oppgitt hvor langt arbeidet er kommet."),
    "nothing_linked": N_("Ikke noe underspørsmål eller område er valgt."),
    "no_evaluation_named": N_("Programmet sier ikke hvilken evaluering det svarer på."),
    "no_figures": N_("Det tiltaket gjelder, har ikke poeng i begge evalueringene."),
    "nothing_untouched": N_(
        "Ingenting med poeng i begge evalueringene er uten tiltak, så det er ingen rest å måle mot."
    ),
}
REMEDIES = {
    "not_begun": N_("Det kan sies noe når statusen er i gang, gjennomført eller stanset."),
    "status_unknown": N_("Oppgi status på tiltaket."),
    "nothing_linked": N_("Velg hva i evalueringen tiltaket skal løfte."),
    "no_evaluation_named": N_("Velg evalueringen i programmet."),
    "evaluation_not_here": N_("Last opp evalueringen, eller velg en annen i programmet."),
    "no_later_evaluation": N_("Svaret kommer når neste evaluering er lastet opp."),
    "no_figures": N_("Last opp skåringsark med poeng for hvert underspørsmål."),
    "nothing_untouched": N_("Se på endringen selv, og på de andre kommunene."),
}


@cached_log
def missing(view: View, choice: Choice) -> Section:
    """Return the reasons, where something can be said of other measures; else the page begins with them."""
    rows = rows_of(view, choice)
    unsaid = rows.filter(pl.col("verdict") == "cannot_say")
    if judged(rows).is_empty() or unsaid.is_empty():
        return section("mangler")
    heading = counted("Hva som mangler for det siste tiltaket", "Hva som mangler for {n} tiltak", unsaid.height)
    return section("mangler", Heading(heading), reasons(view, choice, rows))


def reasons(view: View, choice: Choice, rows: pl.DataFrame) -> Bullets:
    """Return each reason with the number of measures it is true of, and what to do."""
    found: dict[tuple[str, Sentence], list[dict[str, Any]]] = {}
    for row in rows.filter(pl.col("verdict") == "cannot_say").iter_rows(named=True):
        found.setdefault((row["reason"], why(view, choice, row)), []).append(row)
    in_order = sorted(found.items(), key=lambda item: REASONS.index(item[0][0]))
    return Bullets(
        tuple(
            Item(joined(text, _(REMEDIES[reason])), counted("{n} tiltak:", "{n} tiltak:", len(those)))
            for (reason, text), those in in_order
        )
    )


def why(view: View, choice: Choice, row: dict[str, Any]) -> Sentence:
    """Return why nothing can be said of a measure, as a sentence."""
    if row["reason"] == "no_later_evaluation":
        later = (
            N_(
                "{name} er ikke evaluert igjen etter {before_label} med en versjon som kan sammenlignes med "
                "{before_version}."
            )
            if row["tied_to"] == "areas"
            else N_("{name} er ikke evaluert igjen med versjon {before_version} etter {before_label}.")
        )
        return _(later, name=choice.name, **{key: row[key] for key in ("before_label", "before_version")})
    if row["reason"] == "evaluation_not_here":
        return _not_here(view, choice, row)
    return _(WHY[row["reason"]])


def _not_here(view: View, choice: Choice, row: dict[str, Any]) -> Sentence:
    undone = undone_evaluation(view.snapshot, choice.municipality, row["asked_year"])
    values = {"year": row["asked_year"], "version": row["asked_version"]}
    if undone is None:
        return _("Evalueringen programmet svarer på ({year}, versjon {version}), er ikke her.", **values)
    return _(
        "Evalueringen programmet svarer på ({year}, versjon {version}), er ikke med lenger: import {event} er angret.",
        event=undone["event"],
        **values,
    )
