"""Summary of a merger, to be read aloud in a meeting."""

from data.language import Sentence, _
from queries.caching import cached
from queries.merger import common_gaps, merger, taking_part, transfers, version_of
from queries.settings import settings
from reports.content import Paragraph, Section, section
from reports.merger.group import Group, is_judged, labels
from reports.merger.sentences import EQUALS, no_verdicts, without_questions
from reports.merger.sentences import summary as five_sentences
from reports.view import View


@cached
def summary(view: View, group: Group) -> Section:
    """Return the summary sentences."""
    sentences = tuple(Paragraph(sentence, "told") for sentence in summary_sentences(view, group))
    return section("kort", *sentences, Paragraph(_(EQUALS), "caption"))


@cached
def summary_sentences(view: View, group: Group) -> tuple[Sentence, ...]:
    """Return who is not part of the verdicts and five sentences, or why there are no verdicts."""
    snapshot, evaluations = view.snapshot, group.evaluations
    part, missing = taking_part(snapshot, evaluations)
    version = version_of(snapshot, evaluations)
    if version is None or not is_judged(view, group):
        return (no_verdicts(labels(part), version),)
    left_out = (without_questions(labels(missing), version),) if missing else ()
    judged, gaps = merger(snapshot, evaluations), common_gaps(snapshot, evaluations)
    taken_over, limits = transfers(snapshot, evaluations), settings(snapshot)
    five = five_sentences(judged, taken_over, gaps, labels(part), version, group.names, limits)
    return (*left_out, *five)
