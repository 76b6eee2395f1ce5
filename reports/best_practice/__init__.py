"""Beste praksis: municipalities to learn a question from, and the highest of an area."""

from dataclasses import dataclass

from data.language import _
from queries.best_practice import leading
from queries.caching import cached
from queries.comparison import ALL, Comparison
from queries.evaluation import Evaluation
from queries.profile import area_shorts
from reports.address import Address
from reports.best_practice import leaders, learning, weakest
from reports.best_practice.questions import question_in
from reports.choices import address_parameters, area_in, comparison_in, evaluation_in
from reports.content import Heading, Section, section
from reports.report import Report, Sections, evaluation_in_focus, nothing_under
from reports.view import View


@dataclass(frozen=True)
class Choice:
    """The choice of the page: evaluation, question, comparison set, and the area whose leaders are shown.

    Attributes:
        code: the question; None where the questions of the version are not published.
        area: None where fewer than five have question figures, so that nobody is called highest.
    """

    focus: Evaluation
    code: str | None
    comparison: Comparison = ALL
    area: int | None = None

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that select this choice."""
        if self.code is None:
            return address_parameters(self.focus)
        area = {} if self.area is None else {"omrade": str(self.area)}
        return address_parameters(self.focus, self.comparison) | {"sporsmal": self.code} | area


def choose(view: View, address: Address) -> Choice:
    """Read the choice from the query parameters.

    Raises:
        UnknownChoice: the dataset has no evaluation at all.
    """
    snapshot = view.snapshot
    focus = evaluation_in(snapshot, address)
    code = question_in(snapshot, focus, address)
    if code is None:
        return Choice(focus, None)
    comparison = comparison_in(snapshot, focus, address)
    if leading(snapshot, focus, comparison).is_empty():
        return Choice(focus, code, comparison)
    area = area_in(area_shorts(snapshot, focus.version), address, int(code[0]))
    return Choice(focus, code, comparison, area)


@cached
def title(_view: View) -> Section:
    """Return the page title."""
    return section("hode", Heading(_("Beste praksis"), 1))


def sections(choice: Choice) -> Sections:
    """Return the sections of the page by key, each as its build function and arguments."""
    focus, code, comparison = choice.focus, choice.code, choice.comparison
    if code is None:
        return {"hode": (title,), "laere": (learning.unpublished, focus)}
    always = {
        "hode": (title,),
        "laere": (learning.learning, focus, comparison, code),
        "igjen": (weakest.weakest, focus, comparison, code),
    }
    if choice.area is None:
        return always | {"hoyest": (leaders.nobody_leads, focus, comparison)}
    return always | {"hoyest": (leaders.leaders, focus, comparison, choice.area)}


REPORT = Report("beste-praksis", choose, sections, nothing_under("Beste praksis"), about=evaluation_in_focus)
