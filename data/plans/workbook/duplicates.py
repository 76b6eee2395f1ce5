"""Finds what would be there twice, as when a workbook with new rows is read in once more."""

from data.language import _
from data.plans.reading import Plans
from data.plans.rows import Measure, Programme
from data.plans.workbook.assembling import Assembled
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading.headings import comparable


def note_duplicates(asked: Assembled, now: Plans, collector: FindingCollector) -> None:
    """Add a warning on each new programme or measure that is called as one that is there, or twice in the workbook."""
    if asked.programme.programme not in now.programmes:
        _note_programme(asked, now, collector)
    own = [measure for measure in now.measures.values() if measure.programme == asked.programme.programme]
    called = {comparable(measure.title): measure.measure for measure in own if measure.title}
    for measure in asked.measures:
        if not measure.title or (measure.measure, "measure") in asked.unread:
            continue
        title = comparable(measure.title)
        if measure.measure not in now.measures and title in called:
            _note_measure(asked, measure, is_stored=called[title] in now.measures, collector=collector)
        called.setdefault(title, measure.measure)


def _note_measure(asked: Assembled, measure: Measure, *, is_stored: bool, collector: FindingCollector) -> None:
    sheet, cell = asked.places[measure.measure, "title"]
    if is_stored:
        found = _("Programmet har allerede et tiltak som heter «{title}»", title=measure.title)
        remedy = _("Er det det samme, henter du arbeidsboken på nytt og endrer raden der. Ellers bekrefter du.")
    else:
        found = _("To nye tiltak heter «{title}»", title=measure.title)
        remedy = _("Ta bort det ene, eller bekreft at de er to.")
    collector.on(sheet).warning("title_twice", cell, found, remedy)


def _note_programme(asked: Assembled, now: Plans, collector: FindingCollector) -> None:
    same = [programme for programme in now.programmes.values() if _is_same(programme, asked.programme)]
    if same:
        sheet, cell = asked.places.get((asked.programme.programme, "name"), (None, None))
        found = _("Kommunen har allerede et program som heter «{name}»", name=asked.programme.name)
        remedy = _("Er det det samme, henter du arbeidsboken til det og endrer i den. Ellers bekrefter du.")
        collector.on(sheet).warning("programme_twice", cell, found, remedy)


def _is_same(stored: Programme, asked: Programme) -> bool:
    # A former number of the municipality is another text: only a hint is lost.
    return comparable(stored.name) == comparable(asked.name) and asked.municipality == stored.municipality
