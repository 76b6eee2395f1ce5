"""Sammenslåing in steps: who is best, common gaps, transfers of practice, and what is marked for decision."""

from reports.merger import (
    areas,
    best,
    decision,
    filters,
    gaps,
    headings,
    remarks,
    shares,
    slides,
    summary,
    transfers,
    verdicts,
    who,
    workbook,
)
from reports.merger.choice import Choice
from reports.merger.choosing import choose
from reports.merger.who import nobody
from reports.report import Report, Sections


def sections(choice: Choice) -> Sections:
    """Return the sections of the page by key; without a group only those on the municipalities chosen."""
    group, area = choice.group, choice.area
    chosen: Sections = {
        "hode": (who.title,),
        "hvem": (who.who, choice.municipalities, choice.merging, group),
        "blir": (who.becomes_of, choice.municipalities),
    }
    if group is None:
        return chosen
    compared: Sections = {
        "steg": (slides.steps, choice),
        "tittel": (headings.heading, group, choice),
        "utvalg": (filters.filters, group, choice),
        "kort": (summary.summary, group),
        "arbeidsbok": (workbook.workbook, group, choice.marks),
        "omrader": (areas.areas, group),
        "merknader": (remarks.remarks, group, area),
    }
    judged: Sections = {
        "dommer": (verdicts.verdicts, group, choice),
        "fordeling": (shares.shares, group),
        "overforing": (transfers.transfers, group, choice),
        "mangler": (gaps.gaps, group, choice),
        "beste": (best.best, group, area),
        "vedtak": (decision.decision, group, choice),
    }
    alone: Sections = {
        "blar": (slides.pager, group, choice),
        "bilder": (areas.pictures, group),
        "poeng": (areas.points, group),
    }
    return {**chosen, **compared, **(alone if choice.is_meeting else {}), **(judged if choice.is_judged else {})}


def _about(choice: Choice) -> str:
    return choice.group.title if choice.group else ""


REPORT = Report("sammenslaing", choose, sections, nobody, about=_about)
