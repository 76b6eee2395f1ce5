"""The title of the page: what was found of the question, or of the weakest questions together."""

import polars as pl

from data.language import N_, Sentence, _, counted
from data.numbers import listed
from queries.best_practice import best_first, nobody_because, question_figures
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.question_profile import question_profile
from queries.settings import settings
from reports.best_practice.questions import first_recommended, most_left, question_labels
from reports.content import Heading, Paragraph, Section, section
from reports.plan_editing.links import plan_link
from reports.view import View

NOBODY = {
    "own_unknown": N_("{name} har ingen kjente poeng på {code}"),
    "alone": N_("Ingen å sammenligne {name} med på {code}"),
    "highest": N_("Ingen har mer enn {name} på {code}"),
    "lead_too_small": N_("Ingen er klart foran {name} på {code}"),
}
"""Titles by the reason why nobody is clearly ahead; see nobody_because."""


@cached
def question_title(view: View, focus: Evaluation, comparison: Comparison, code: str) -> Section:
    """Return the finding on one question as page title, and the question in full."""
    recommended = first_recommended(view.snapshot, focus, comparison, code).filter(pl.col("code") == code)
    if recommended.is_empty():
        figures = question_figures(view.snapshot, focus, (code,), comparison)
        title = _(NOBODY[nobody_because(figures, focus, code)], name=focus.name, code=code)
    else:
        title = ahead_title(focus.name, code, best_first(recommended), settings(view.snapshot)["leader_share"])
    label = question_labels(view.snapshot, focus.version)[code]
    plan = plan_link(focus.municipality, code, aar=focus.year)
    return section("hode", Heading(title, 1), Paragraph(label, "lead"), Paragraph(_("Legg i plan"), "next", plan))


def ahead_title(name: str, code: str, recommended: pl.DataFrame, floor: int) -> Sentence:
    """Return who is clearly ahead of `name`, the best of `recommended` first, or that even the best is not good."""
    names, first = recommended["name"].to_list(), recommended.row(0, named=True)
    if first["below_floor"]:
        return _(
            "Ingen når {floor}\u00a0% på {code}; best er {best:few}, klart foran {name}",
            floor=floor,
            code=code,
            best=names[: first["recommended"]],
            name=name,
        )
    if first["ahead"] <= len(names) <= 2:
        return _("{who} gjør det klart bedre enn {name} på {code}", who=listed(names), code=code, name=name)
    return _(
        "{who} og {others:number} til gjør det klart bedre enn {name} på {code}",
        who=names[0],
        others=first["ahead"] - 1,
        code=code,
        name=name,
    )


@cached
def weakest_title(view: View, focus: Evaluation, comparison: Comparison) -> Section:
    """Return as page title on how many of the weakest questions somebody is clearly ahead."""
    left = most_left(view.snapshot, focus, comparison)
    ahead = first_recommended(view.snapshot, focus, comparison, None)["code"].n_unique()
    if left.is_empty():
        is_known = question_profile(view.snapshot, focus, comparison)["own"].is_not_null().any()
        unknown = _("Underspørsmålene er ikke kjent for {name} {year}", name=focus.name, year=focus.year_label)
        none_left = _("{name} har alle poeng på hvert underspørsmål", name=focus.name)
        return section("hode", Heading(none_left if is_known else unknown, 1))
    return section("hode", Heading(learning_title(focus.name, ahead, left.height, max(left["n"].to_list())), 1))


def learning_title(name: str, ahead: int, questions: int, n: int) -> Sentence:
    """Return on how many of the questions with most points left somebody is clearly ahead; `n` includes `name`."""
    if n <= 1:
        return _("Ingen andre enn {name} er målt på underspørsmålene her", name=name)
    if not ahead:
        return _("Ingen er klart foran {name} der det er mest å hente", name=name)
    if ahead == questions:
        return counted(
            "Andre gjør det klart bedre der {name} har mest å hente",
            "Andre gjør det klart bedre på alle de {n} underspørsmålene der {name} har mest å hente",
            questions,
            name=name,
        )
    return _(
        "Andre gjør det klart bedre på {ahead} av de {questions} underspørsmålene der {name} har mest å hente",
        ahead=ahead,
        questions=questions,
        name=name,
    )


@cached
def unpublished_title(_view: View, focus: Evaluation) -> Section:
    """Return the page title of a version whose questions are not published."""
    title = _("Ingen underspørsmål å lære av i versjon {version}", version=focus.version)
    return section("hode", Heading(title, 1))
