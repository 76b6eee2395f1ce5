"""Evaluators' remarks on the merging municipalities, side by side."""

from collections.abc import Mapping

from data.language import _
from data.numbers import first_lower
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.figures import remarks_of
from queries.profile import area_names
from queries.snapshot import Snapshot
from reports.content import WRITTEN, Beside, Bullets, Content, Fold, Heading, Item, Paragraph, Section, section
from reports.merger.group import Group
from reports.remarks import KINDS, whose_words
from reports.view import View

Remarks = Mapping[tuple[int, str], list[str]]


@cached
def remarks(view: View, group: Group, area: int) -> Section:
    """Return strengths, challenges and weaknesses side by side; one fold per area where no area is chosen."""
    given = [evaluation for evaluation in group.evaluations if _remarks(view.snapshot, evaluation)]
    if not given:
        return section("merknader")
    whose = [
        _("{name}: {whose}", name=evaluation.name, whose=first_lower(whose_words(view, evaluation)))
        for evaluation in given
    ]
    return section(
        "merknader",
        Heading(_("Styrker, utfordringer og svakheter side om side")),
        *([_side_by_side(view, group, area)] if area else _folded(view, group)),
        Paragraph(_("{whose}.", whose=whose), "caption"),
    )


def _folded(view: View, group: Group) -> list[Fold]:
    names = area_names(view.snapshot, group.evaluations[0].version)
    return [
        Fold(
            f"merknader-{area}",
            _("{area} {name}", area=area, name=name),
            (_side_by_side(view, group, area),),
        )
        for area, name in names.items()
    ]


def _side_by_side(view: View, group: Group, area: int) -> Beside:
    return Beside(
        tuple(_lists(evaluation.name, _remarks(view.snapshot, evaluation), area) for evaluation in group.evaluations)
    )


def _lists(name: str, remarks: Remarks, area: int) -> tuple[Content, ...]:
    lists: list[Content] = [
        Bullets(tuple(Item(text, language=WRITTEN) for text in texts), _(heading))
        for kind, heading in KINDS.items()
        if (texts := remarks.get((area, kind)))
    ]
    return (Heading(name, 3), *(lists or [Paragraph(_("Ingen oppgitt."))]))


@cached
def _remarks(snapshot: Snapshot, evaluation: Evaluation) -> Remarks:
    """Return the texts on an evaluation by area and kind."""
    grouped = remarks_of(snapshot, evaluation).group_by("area", "kind", maintain_order=True)
    return {(area, kind): texts for area, kind, texts in grouped.agg("text").iter_rows()}
