"""Links from what is marked for decision to a measure in the plan of the municipality that comes of the merger."""

from collections.abc import Callable

from queries.merging import successor
from reports.links import Link
from reports.merger.choice import Choice
from reports.merger.marks import Marks
from reports.plan_editing.links import plan_link
from reports.table import Row
from reports.view import View


def plan_of(view: View, choice: Choice, marks: Marks) -> Link:
    """Return the link to a new measure on these marks, for the successor; the sentences stay in the session."""
    codes = dict.fromkeys(mark.code for mark in marks)
    municipality = successor(view.snapshot, choice.municipalities)
    marked = ",".join(mark.text for mark in marks)
    return plan_link(municipality, *codes, kommuner=",".join(choice.municipalities), merket=marked)


def plan_links(view: View, choice: Choice) -> Callable[[Row], Link]:
    """Return the link of each row of the shortlist."""
    by_text = {mark.text: plan_of(view, choice, (mark,)) for mark in choice.marks}
    return lambda row: by_text[row["mark"]]
