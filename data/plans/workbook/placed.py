"""Puts the findings of rules and conflicts where they stand in the workbook."""

from collections.abc import Iterator

from data.language import Sentence, _
from data.plans.findings import PlanFinding
from data.plans.reading import Plans
from data.plans.saving import Examined
from data.plans.workbook.assembling import Assembled, Place
from data.plans.workbook.columns import SHEETS_OF_LISTS
from data.plans.workbook.names import sheet_name
from data.score_sheets.finding import Finding, FindingCollector


def placed(found: Examined, asked: Assembled, seen: Plans, now: Plans, collector: FindingCollector) -> None:
    """Add the broken rules and what others changed meanwhile as errors at their cells.

    A rule about a field that could not be read is left out: what is wrong with the cell is said already.
    """
    titles = {measure.measure: measure.title for measure in (*seen.measures.values(), *now.measures.values())}
    titles |= {measure.measure: measure.title for measure in asked.measures}
    for conflict in found.conflicts:
        remedy = _("Hent arbeidsboken på nytt, og gjør endringen i den om den fortsatt skal gjelde.")
        _add(conflict, remedy, asked, titles, collector)
    for breach in found.breaches:
        if (breach.plan, breach.field.split(".")[0]) not in asked.unread:
            _add(breach, breach.remedy, asked, titles, collector)


def _add(
    finding: PlanFinding,
    remedy: Sentence,
    asked: Assembled,
    titles: dict[str, str | None],
    collector: FindingCollector,
) -> None:
    sheet, cell = _place(finding, asked)
    concerns = _concerns(finding, titles.get(finding.plan))
    place = (collector.file, sheet, cell)
    found = _unended(finding.sentence)
    collector.findings.append(Finding("error", finding.code, *place, found, None, remedy, concerns))


def _concerns(finding: PlanFinding, title: str | None) -> str | None:
    """Return the measure, with the list where the finding is on all of it."""
    if finding.field in SHEETS_OF_LISTS:
        return ": ".join(filter(None, (title, sheet_name(finding.field))))
    return title or None


def _place(finding: PlanFinding, asked: Assembled) -> Place:
    """Return the place of a field, else of the row or list it belongs to, else that of the evaluation answered.

    Another evaluation breaks rules of measures that do not stand in the workbook.
    """
    for field in _less_and_less(finding.field):
        if place := asked.places.get((finding.plan, field)):
            return place
    if place := asked.places.get((finding.plan, "")):
        return place
    nowhere: Place = (None, None)
    return asked.places.get((asked.programme.programme, "evaluation_version"), nowhere)


def _less_and_less(field: str) -> Iterator[str]:
    """Yield `money.2.amount`, `money.2`, the first row of the list, `money.1`, and the list, `money`."""
    name, *parts = field.split(".")
    for length in range(len(parts), 0, -1):
        yield ".".join((name, *parts[:length]))
    yield f"{name}.1"
    yield name


def _unended(sentence: Sentence) -> Sentence:
    """Return a sentence without its full stop, as findings of files have it."""
    ended = Sentence(sentence.removesuffix("."))
    ended.values = sentence.values
    return ended
