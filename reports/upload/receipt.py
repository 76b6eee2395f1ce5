"""Confirmation of an import."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from data.language import _, counted
from reports.choices import DATASET_NAMES
from reports.content import Notice, Paragraph, Section, section
from reports.links import link

LINKED = 12


class ReadIn(NamedTuple):
    """An imported evaluation: municipality key, year, and municipality name from the sheet."""

    municipality: str
    year: int
    name: str


def receipt(event: int, dataset: str, evaluations: Sequence[ReadIn], planners: Collection[str] = ()) -> Section:
    """Return the number of evaluations imported, and links to the first 12, and to what came of their measures.

    `planners` are the keys of the municipalities that have a programme.
    """
    sentence = counted(
        "{n} evaluering er lest inn, som import {event} i datasettet «{dataset}».",
        "{n} evalueringer er lest inn, som import {event} i datasettet «{dataset}».",
        len(evaluations),
        event=event,
        dataset=_(DATASET_NAMES[dataset]),
    )
    links = [
        Paragraph(
            _("Se {name} {year}", name=evaluation.name, year=evaluation.year),
            link=link("kommune", dataset, kommune=evaluation.municipality, aar=evaluation.year),
        )
        for evaluation in evaluations[:LINKED]
    ]
    names = {one.municipality: one.name for one in evaluations if one.municipality in planners}
    links += [
        Paragraph(_("Virket tiltakene i {name}?", name=name), link=link("oppfolging", dataset, kommune=key))
        for key, name in list(names.items())[:LINKED]
    ]
    return section("kvittering", Notice("imported", sentence), *links)
