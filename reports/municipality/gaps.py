"""Mest å hente: the questions with most points left to the maximum."""

from collections import Counter
from dataclasses import replace

from data.language import Sentence, _, joined
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.profile import areas
from queries.question_profile import gaps as left_to_gain
from queries.question_profile import question_profile, questions_of
from reports.content import Fold, Section, section
from reports.municipality.one_area import question_columns
from reports.origin import origin
from reports.table import Column, Table
from reports.view import View

SHOWN = 10


@cached
def gaps(view: View, focus: Evaluation, comparison: Comparison) -> Section:
    """Return the ten questions with most points left; an empty section where no question points are known."""
    left = left_to_gain(question_profile(view.snapshot, focus, comparison))
    if left.is_empty():
        return section("igjen")
    about = joined(_("Poeng igjen er maksimum minus egne poeng."), *_unprinted(view, focus))
    link_note = _("Et underspørsmål fører til hvem det kan læres av.")
    title = _("{name} {year}: underspørsmål med flest poeng igjen", name=focus.name, year=focus.year_label)
    table = Table(
        "igjen-tabell",
        title,
        _columns(focus, comparison),
        left.head(SHOWN),
        notes=[joined(about, link_note)],
        origin=origin(focus),
        more=lambda: left,
    )
    return section("igjen", Fold("igjen-alle", _("Underspørsmålene med flest poeng igjen"), (table,)))


def _columns(focus: Evaluation, comparison: Comparison) -> list[Column]:
    """Return the columns: points left and the highest in the group first; all other question columns in files only."""
    shown = [
        Column(_("Igjen"), "left", "number", 1),
        Column(_("Poeng"), "own", "number", 1),
        Column(_("Maksimum"), "maximum_points", "number"),
        Column(_("Høyeste i gruppen"), "maximum", "number", 1),
        Column(_("Hvem"), "leaders"),
        Column("n", "n", "number"),
    ]
    question, code, *others = question_columns(focus, comparison)
    in_shown = {column.value for column in shown}
    return [
        question,
        code,
        *shown,
        *(replace(column, only="file") for column in others if column.value not in in_shown),
    ]


def _unprinted(view: View, focus: Evaluation) -> list[Sentence]:
    """Return one sentence per area whose printed question maxima add up to less than the area's maximum."""
    printed = Counter[int]()
    for row in questions_of(view.snapshot, focus.version).iter_rows(named=True):
        printed[row["area"]] += row["maximum_points"]
    return [
        _(
            "I område {area} ligger {missing} av {maximum} poeng ikke i noe trykt underspørsmål.",
            area=row["area"],
            missing=row["maximum_points"] - printed[row["area"]],
            maximum=row["maximum_points"],
        )
        for row in areas(view.snapshot, focus.version).iter_rows(named=True)
        if 0 < printed[row["area"]] < row["maximum_points"]
    ]
