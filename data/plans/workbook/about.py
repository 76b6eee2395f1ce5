"""Checks what a workbook says of itself: its dataset, the event it was taken out at, and its programme."""

from data.language import Sentence, _
from data.plans.reading import Plans
from data.plans.workbook.names import dataset_words, heading_of, known_datasets
from data.plans.workbook.reading import BROKEN, ReadPlan
from data.plans.workbook.references import given_text
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading.cell_values import shown
from data.score_sheets.reading.headings import comparable


def dataset_and_event(read: ReadPlan, dataset: str, newest: int, collector: FindingCollector) -> int | None:
    """Return the event that the workbook was taken out at, None if it says none or a wrong one, which is an error."""
    about, on_sheet = read.programme, collector.on(read.programme.sheet)
    said = given_text(about.values, "dataset")
    known = known_datasets()
    if said is not None and comparable(said) not in known:
        found = _("«{said}» er ikke et datasett", said=shown(said))
        remedy = _("Skriv {names:or}.", names=dataset_words())
        on_sheet.error("unknown_dataset", about.cell("dataset"), found, remedy, _("{names:or}", names=dataset_words()))
    elif said is not None and known[comparable(said)] != dataset:
        found = _other_dataset(known[comparable(said)])
        remedy = _("Bytt datasett øverst på siden, eller hent arbeidsboken på nytt her.")
        on_sheet.error("other_dataset", about.cell("dataset"), found, remedy)
    event = about.values.get("event")
    if isinstance(event, int) and event > newest:
        found = _("Hendelse {event} finnes ikke ennå; den nyeste er {newest}", event=event, newest=newest)
        remedy = _("Arbeidsboken kan være hentet et annet sted. Hent den på nytt her.")
        on_sheet.error("unknown_event", about.cell("event"), found, remedy)
        return None
    return event if isinstance(event, int) else None


def note_programme(read: ReadPlan, seen: Plans, now: Plans, event: int | None, collector: FindingCollector) -> bool:
    """Return whether it is clear which programme the workbook is about; if not, an error says so."""
    about, on_sheet = read.programme, collector.on(read.programme.sheet)
    if "programme" not in about.values:
        found = _("Linjen «{line}» mangler", line=heading_of("programme"))
        on_sheet.error("programme_line_missing", None, found, _("Hent arbeidsboken på nytt, og endre i den."))
        return False
    identifier = about.values["programme"]
    if identifier is BROKEN:
        return False
    if identifier is None:
        return True
    if identifier not in seen.programmes and identifier not in now.programmes:
        found = _("Program-ID-en «{said}» hører ikke til noe program som er lagret her", said=shown(identifier))
        remedy = _("Hent arbeidsboken på nytt. Skal programmet være nytt, tømmer du cellen.")
        on_sheet.error("unknown_programme", about.cell("programme"), found, remedy)
        return False
    if event is None and about.values.get("event") is None:
        found = _("Det står ikke hvilken hendelse arbeidsboken er hentet ved")
        remedy = _("Hent arbeidsboken på nytt, og gjør endringene i den. Ellers kan det andre har endret, gå tapt.")
        on_sheet.error("event_missing", about.cell("event"), found, remedy)
    return True


def _other_dataset(said: str) -> Sentence:
    if said == "example":
        return _("Arbeidsboken hører til eksempeldataene")
    return _("Arbeidsboken hører til de virkelige tallene")
