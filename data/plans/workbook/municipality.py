"""Checks the municipality of a programme."""

from dataclasses import replace

from data.language import _
from data.plans.facts import registered
from data.plans.reading import Plans
from data.plans.workbook.assembling import Assembled
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading.cell_values import shown
from data.score_sheets.reference_data import reference_data
from data.store import Store


def note_municipality(asked: Assembled, seen: Plans, store: Store, dataset: str, collector: FindingCollector) -> None:
    """Add an error on a municipality that is missing or unknown, and a warning where a programme moves to another.

    A programme that moves takes the name of the other, unless the workbook names it itself.

    In the real dataset the rules of plans find an unknown one; the example dataset has invented ones of its own.
    """
    programme, before = asked.programme, seen.programmes.get(asked.programme.programme)
    identifier = programme.programme
    sheet, cell = asked.places.get((identifier, "municipality"), (None, None))
    on_sheet = collector.on(sheet)
    if (identifier, "municipality") in asked.unread or (before and before.municipality == programme.municipality):
        return
    if not programme.municipality:
        found, remedy = (
            _("{field} er ikke fylt ut", field=_("Kommunenummer")),
            _("Skriv kommunenummeret, for eksempel 1612."),
        )
        on_sheet.error("field_empty", cell, found, remedy)
        asked.unread.add((identifier, "municipality"))
        return
    known = registered(store.read, programme.municipality)
    if dataset == "example" and known is None and programme.municipality not in reference_data(store, dataset).names:
        found = _("Ingen kommune i eksempeldataene har nummer «{number}»", number=shown(programme.municipality))
        on_sheet.error("unknown_municipality", cell, found, _("Skriv nummeret til en kommune som er her."))
    elif before and (dataset == "example" if known is None else known[0] != before.municipality):
        after = known[1] if known else programme.municipality
        named = before.municipality_name or before.municipality
        found = _("Programmet flyttes fra {before} til {after}", before=named, after=after)
        remedy = _("Bekreft det. Skal det heller bli et nytt program, tømmer du Program-ID og ID-ene til tiltakene.")
        on_sheet.warning("municipality_changed", cell, found, remedy)
        if programme.municipality_name == before.municipality_name:
            # The name of the former one is not the name of this one; without a known one it stays empty.
            asked.programme = replace(programme, municipality_name=known[1] if known else None)
