"""Choice of the question."""

from data.language import _
from pages.parts.address import choose, dropping
from queries.evaluation import Evaluation
from queries.snapshot import Snapshot
from reports.best_practice.questions import question_labels

ALL_WEAKEST = ""


def show_question_choice(snapshot: Snapshot, focus: Evaluation, code: str | None) -> None:
    """Draw the choice of question, or of the weakest ones together."""
    labels = {ALL_WEAKEST: _("Der det er mest å hente"), **question_labels(snapshot, focus.version)}
    value = code or ALL_WEAKEST
    choose(_("Underspørsmål"), "sporsmal", list(labels), value, labels.__getitem__, also=dropping("omrade"))
