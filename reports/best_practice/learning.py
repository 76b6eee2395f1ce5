"""Municipalities to learn a question from, or why there are none."""

import polars as pl

from data.language import _
from queries.best_practice import nobody_because, question_figures
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.question_points import strengths
from queries.question_profile import question_profile
from queries.settings import settings
from reports.best_practice.lists import first_of_both, full_lists
from reports.best_practice.questions import first_recommended
from reports.best_practice.sentences import learning_sentence, nobody_sentence
from reports.best_practice.strip import everyone
from reports.content import Notice, Paragraph, Section, section
from reports.view import View


@cached
def unpublished(_view: View, focus: Evaluation) -> Section:
    """Return the notice that the questions of the version are not published."""
    sentence = _(
        "Underspørsmålene i versjon {version} er ikke publisert. Velg en annen evaluering.", version=focus.version
    )
    return section("laere", Notice("questions_not_published", sentence))


@cached
def learning(view: View, focus: Evaluation, comparison: Comparison, code: str) -> Section:
    """Return the municipalities to learn the question from, or why there are none, and everyone's points."""
    question = question_profile(view.snapshot, focus, comparison).row(by_predicate=pl.col("code") == code, named=True)
    recommended = first_recommended(view.snapshot, focus, comparison, code).filter(pl.col("code") == code)
    limits, area = settings(view.snapshot), question["area"]
    strip = everyone(view, focus, comparison, question, recommended)
    if recommended.is_empty():
        reason = nobody_because(question_figures(view.snapshot, focus, (code,), comparison), focus, code)
        notice = Notice(reason, nobody_sentence(focus.name, reason, question, limits["lead_share"]))
        return section("laere", notice, *strip)
    with_strengths = strengths(view.snapshot, recommended, area)
    return section(
        "laere",
        Paragraph(learning_sentence(focus.name, question, recommended, limits)),
        *first_of_both(with_strengths, area),
        *strip,
        full_lists(view, focus, comparison, with_strengths, area),
    )
