"""The heading of a step: its finding, and below it who is compared."""

import polars as pl

from data.language import Sentence, _, joined
from queries.caching import cached
from queries.merger import merger, taking_part, version_of
from queries.merging import border_changes
from queries.profile import area_shorts
from queries.settings import settings
from reports.content import Heading, Paragraph, Section, section
from reports.merger import titles
from reports.merger.areas import areas_of
from reports.merger.becomes import flows_of, what_becomes
from reports.merger.choice import Choice
from reports.merger.group import Group, labels, measured_with
from reports.merger.sentences import without_questions
from reports.merger.transfers import transfers_of
from reports.merger.verdicts import of_area
from reports.view import View


@cached
def heading(view: View, group: Group, choice: Choice) -> Section:
    """Return the finding of the step as the title of the page, and who is compared."""
    title = _finding(view, group, choice)
    who = Paragraph(_who(view, group, choice), "facts")
    return section("tittel", Heading(titles.in_area(title, _area(view, group, choice)), 1), who)


def _area(view: View, group: Group, choice: Choice) -> str:
    """Return the name of the area whose questions the step shows; empty for all."""
    if not choice.area or choice.step not in ("best", "mangler", "overforing"):
        return ""
    shorts = area_shorts(view.snapshot, group.evaluations[0].version)
    return _("{area} {name}", area=choice.area, name=shorts[choice.area])


def _finding(view: View, group: Group, choice: Choice) -> Sentence:
    """Return the title of a step, or of its part in a meeting."""
    if choice.part == "grenser":
        return what_becomes(flows_of(border_changes(view.snapshot, group.short_names)))
    if choice.part or not choice.is_judged:
        return area_title(view, group)
    judged = of_area(merger(view.snapshot, group.evaluations), choice.area)
    match choice.step:
        case "best":
            return titles.who_is_best(judged, group.short_names)
        case "mangler":
            compared = len(taking_part(view.snapshot, group.evaluations)[0])
            return titles.common_gaps(judged, compared, settings(view.snapshot)["common_gap_share"])
        case "overforing":
            return titles.transfers(of_area(transfers_of(view, group), choice.area), judged.height, group.short_names)
        case "vedtak":
            transfers = sum(1 for mark in choice.marks if mark.to)
            return titles.marked(len(choice.marks) - transfers, transfers)
        case _:
            return titles.in_short(judged)


def area_title(view: View, group: Group) -> Sentence:
    """Return who is clearly highest on most areas, or in total where only that is known."""
    measured = areas_of(view, group)
    only_totals = measured.filter(pl.col("area") > 0)["best"].is_null().all()
    names = dict(zip(group.names, labels(group.evaluations), strict=True)) if only_totals else group.short_names
    return titles.areas(measured, names)


def _who(view: View, group: Group, choice: Choice) -> Sentence:
    """Return who is compared, with years; in the steps of questions also who has no points for them."""
    if not choice.is_judged or choice.step == "kort":
        return measured_with(group.evaluations)
    part, missing = taking_part(view.snapshot, group.evaluations)
    version = version_of(view.snapshot, group.evaluations)
    left_out = without_questions(labels(missing), version) if missing else None
    return joined(measured_with(part), left_out)
