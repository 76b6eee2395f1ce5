"""Evaluators' remarks: their kinds (strength, challenge, weakness), and how the text was obtained."""

from data.language import N_, _
from queries.evaluation import Evaluation
from queries.snapshot import shipped
from reports.view import View

KINDS = {"strength": N_("Styrker"), "challenge": N_("Utfordringer"), "weakness": N_("Svakheter")}


def whose_words(view: View, focus: Evaluation) -> str:
    """Return whether the remarks are quoted from the score sheet, fictional, or paraphrased."""
    if focus.event not in shipped(view.snapshot):
        return _("Slik det står i skåringsarket")
    if view.snapshot.dataset == "example":
        return _("Oppdiktet")
    return _("Gjengitt med egne ord")
