"""Lære av: municipalities to learn a question from, and the highest of an area."""

from dataclasses import dataclass

from data.language import N_
from queries.best_practice import leading
from queries.comparison import ALL, Comparison
from queries.evaluation import Evaluation
from queries.profile import area_shorts
from reports.address import Address
from reports.best_practice import leaders, learning, titles, weakest
from reports.best_practice.questions import question_in, question_labels, weakest_question
from reports.choices import address_parameters, area_in, comparison_in, evaluation_in
from reports.examples import examples
from reports.report import Report, Sections, evaluation_in_focus, nothing_under
from reports.view import View


@dataclass(frozen=True)
class Choice:
    """The choice of the page: evaluation, question, comparison set, and the area whose leaders are shown.

    Attributes:
        code: the question; None for the weakest ones together.
        area: None where fewer than five have question figures, so that nobody is called highest.
        is_published: whether the questions of the version are.
    """

    focus: Evaluation
    code: str | None
    comparison: Comparison = ALL
    area: int | None = None
    is_published: bool = True

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that select this choice."""
        if not self.is_published:
            return address_parameters(self.focus)
        question = {} if self.code is None else {"sporsmal": self.code}
        area = {} if self.area is None else {"omrade": str(self.area)}
        return address_parameters(self.focus, self.comparison) | question | area


def choose(view: View, address: Address) -> Choice:
    """Read the choice from the query parameters.

    Raises:
        UnknownChoice: the dataset has no evaluation at all.
    """
    snapshot = view.snapshot
    focus = evaluation_in(snapshot, address)
    if not question_labels(snapshot, focus.version):
        return Choice(focus, None, is_published=False)
    code = question_in(snapshot, focus, address)
    comparison = comparison_in(snapshot, focus, address)
    if leading(snapshot, focus, comparison).is_empty():
        return Choice(focus, code, comparison)
    default = int((code or weakest_question(snapshot, focus))[0])
    return Choice(focus, code, comparison, area_in(area_shorts(snapshot, focus.version), address, default))


def sections(choice: Choice) -> Sections:
    """Return the sections of the page by key, each as its build function and arguments."""
    focus, code, comparison = choice.focus, choice.code, choice.comparison
    others: Sections = {"programmer": (examples, choice.focus.municipality, "programmer")}
    if not choice.is_published:
        return {"hode": (titles.unpublished_title, focus), "laere": (learning.unpublished, focus), **others}
    if choice.area is None:
        highest: tuple[object, ...] = (leaders.nobody_leads, focus, comparison)
    else:
        highest = (leaders.leaders, focus, comparison, choice.area, code)
    if code is None:
        return {
            "hode": (titles.weakest_title, focus, comparison),
            "igjen": (weakest.weakest, focus, comparison),
            "hoyest": highest,
            **others,
        }
    return {
        "hode": (titles.question_title, focus, comparison, code),
        "laere": (learning.learning, focus, comparison, code),
        "igjen": (weakest.other_questions, focus, comparison, code),
        "hoyest": highest,
        **others,
    }


REPORT = Report(
    "beste-praksis",
    choose,
    sections,
    nothing_under(N_("Lære av")),
    of_every_event=frozenset({"programmer"}),
    about=evaluation_in_focus,
)
