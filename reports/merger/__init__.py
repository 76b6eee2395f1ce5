"""Sammenslåing: the best of each question, common gaps, and possible transfers of practice."""

from reports.merger import areas, best, gaps, remarks, summary, transfers, verdicts, who, workbook
from reports.merger.choice import Choice, choose
from reports.merger.who import nobody
from reports.report import Report, Sections


def sections(choice: Choice) -> Sections:
    """Return the sections of the page by key; without a group only those on the municipalities chosen."""
    group, area = choice.group, choice.area
    chosen: Sections = {"hode": (who.title,), "hvem": (who.who, choice.municipalities, choice.merging, group)}
    if group is None:
        return chosen
    compared: Sections = {
        "kort": (summary.summary, group),
        "arbeidsbok": (workbook.workbook, group),
        "omrader": (areas.areas, group),
        "sporsmal": (verdicts.questions,),
    }
    judged: Sections = {
        "dommer": (verdicts.verdicts, group, area, choice.verdict),
        "overforing": (transfers.transfers, group, area),
        "mangler": (gaps.gaps, group, area),
        "beste": (best.best, group, area),
    }
    seen: Sections = {"merknader": (remarks.remarks, group, area)}
    return {**chosen, **compared, **(judged if choice.is_judged else {}), **seen}


def _about(choice: Choice) -> str:
    return choice.group.title if choice.group else ""


REPORT = Report("sammenslaing", choose, sections, nobody, about=_about)
