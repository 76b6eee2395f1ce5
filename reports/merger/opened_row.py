"""What a question of the heat map opens: points of each, what is praised, and what can be taken over."""

from collections.abc import Mapping

from data.language import Sentence, _
from data.numbers import percent
from queries.evaluation import Evaluation
from reports.content import WRITTEN, Beside, Bullets, Content, Fold, Item
from reports.merger.group import Group, labels
from reports.merger.strengths import strengths
from reports.merger.takers import taking_over
from reports.table import Row
from reports.view import View


def opened_row(view: View, group: Group, row: Row) -> Fold:
    """Return the contents of one row of the heat map."""
    takers = taking_over(view.snapshot, group.evaluations).get(row["code"], {})
    parts = ((_points(group, row),), (_praise(view, group, row),), (_taking_over(group, takers),))
    heading = _("Mer om {code} {label}", code=row["code"], label=row["label"])
    return Fold(f"rad-{row['code']}", heading, (Beside(parts),))


def _points(group: Group, row: Row) -> Content:
    each = zip(labels(group.evaluations), group.evaluations, strict=True)
    return Bullets(tuple(Item(_figure(evaluation, row), f"{label}:") for label, evaluation in each), _("Poeng"))


def _figure(evaluation: Evaluation, row: Row) -> Sentence:
    points, maximum = row[evaluation.municipality], row["maximum_points"]
    if points is None:
        return _("ikke kjent")
    share = percent(100 * points / maximum)
    return _("{points:tenths} av {maximum}, {share}", points=points, maximum=maximum, share=share)


def _praise(view: View, group: Group, row: Row) -> Content:
    """Return the strengths written of the area, of those with most points on the question."""
    best = [evaluation for evaluation in group.evaluations if evaluation.municipality in (row["who"] or ())]
    texts = [(one.name, strengths(view.snapshot, one).get(row["area"], [])) for one in best]
    items = tuple(Item(" ".join(written), f"{name}:", WRITTEN) for name, written in texts if written)
    return Bullets(items, _("Styrker i området"), _("Ingen er oppgitt for den med flest poeng."))


def _taking_over(group: Group, takers: Mapping[str, float]) -> Content:
    names = group.names
    items = tuple(
        Item(_("{points:signed_tenths} poeng å hente", points=points), f"{names[to]}:") for to, points in takers.items()
    )
    return Bullets(items, _("Kan hente praksis"), _("Ingen ligger langt nok foran til at praksis kan hentes."))
