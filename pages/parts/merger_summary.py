"""What a chairperson reads aloud of a merger."""

from html import escape

import streamlit as st

from charts.verdicts import EQUALS, no_verdicts, summary, without_questions
from pages.parts import answers
from pages.parts.merger_borders import show_borders
from pages.parts.merging import Group, labels
from queries.caching import cached
from queries.merging import FEWEST
from queries.reading import Reading
from queries.settings import settings


def are_judged(reading: Reading, group: Group) -> bool:
    """Return whether at least two have figures for the questions, without which there are no verdicts."""
    return len(answers.taking_part(reading, group.evaluations)[0]) >= FEWEST


@cached
def told(reading: Reading, group: Group) -> list[str]:
    """Return the summary: five sentences, or why there are no verdicts, and who takes no part in them."""
    part, missing = answers.taking_part(reading, group.evaluations)
    version = answers.version_of(reading, group.evaluations)
    left_out = [without_questions(labels(missing), version)] if missing and len(part) >= FEWEST else []
    if version is None or not are_judged(reading, group):
        return [no_verdicts(labels(part), version)]
    verdicts = answers.verdicts(reading, group.evaluations)
    transfers, gaps = (
        answers.transfers(reading, group.evaluations),
        answers.common_gaps(reading, group.evaluations),
    )
    five = summary(verdicts, transfers, gaps, labels(part), version, group.names, settings(reading))
    return left_out + five


def show_summary(reading: Reading, group: Group) -> None:
    """Draw the sentences a chairperson reads aloud, and beside them what goes where."""
    st.header("Kort fortalt", anchor=False)
    sentences, beside = st.columns([3, 2], gap="large")
    with sentences:
        st.html("".join(f'<p class="told">{escape(sentence)}</p>' for sentence in told(reading, group)))
        st.caption(EQUALS)
    with beside:
        show_borders(reading, group.names)
