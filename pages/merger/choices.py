"""Choices of municipalities, year and version family."""

from collections.abc import Mapping

from data.language import _
from pages.parts.address import choose, choose_several
from pages.parts.municipality_search import offered, search_for_several
from queries.merging import Merging, merging
from queries.municipalities import names
from queries.snapshot import Snapshot
from reports.choices import NOBODY, family_names
from reports.merger.choice import Choice, known_names, measured_of, newest_year, years_of


def show_merger_choice(snapshot: Snapshot, choice: Choice) -> None:
    """Draw the choice of municipalities; where they can be compared also year, and family where several exist."""
    _choose_municipalities(snapshot, choice.municipalities)
    if choice.merging is None or choice.year is None:
        return
    measured = measured_of(snapshot, choice.municipalities)
    _choose_year(snapshot, measured, choice.year)
    _choose_family(snapshot, merging(snapshot, measured, choice.year), choice.merging.family)


def _choose_municipalities(snapshot: Snapshot, chosen: tuple[str, ...]) -> None:
    measured, names_by_key = names(snapshot), known_names(snapshot)
    never = [number for number in chosen if number not in measured]

    def option_label(number: str) -> str:
        return measured.get(number) or _("{name} (uten poeng her)", name=names_by_key[number])

    def nobody(now_chosen: list[str]) -> Mapping[str, str | None]:
        # A missing parameter means the municipalities shown at first, so an emptied list needs a word of its own.
        return {} if now_chosen else {"kommuner": NOBODY}

    options = [*offered(snapshot, chosen, search_for_several), *never]
    choose_several(_("Kommuner som slår seg sammen"), "kommuner", options, chosen, option_label, also=nobody)


def _choose_year(snapshot: Snapshot, measured: tuple[str, ...], year: int) -> None:
    years = {*years_of(snapshot, measured), newest_year(snapshot, measured), year}
    choose(_("Evaluert til og med"), "referanse", sorted(years, reverse=True), year)


def _choose_family(snapshot: Snapshot, by_default: Merging, family: int) -> None:
    if len(by_default.families) > 1 or family not in (by_default.family, *by_default.families):
        families = sorted({*by_default.families, family})
        choose(_("Versjon"), "familie", families, family, family_names(snapshot).__getitem__)
