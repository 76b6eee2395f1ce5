"""What stands out in an evaluation: strongest and weakest areas, and what moved most, one line each."""

from typing import Any

from data.language import Sentence, _
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.highlights import highlights
from queries.profile import area_names, profile_rows
from reports.content import Bullets, Item, Section, section
from reports.municipality.headline import is_few
from reports.view import View


@cached
def stands_out(view: View, focus: Evaluation, comparison: Comparison) -> Section:
    """Return up to three lines; an empty section where no area is known."""
    areas = [row for row in profile_rows(view.snapshot, focus, comparison)[1:] if row["own"] is not None]
    if not areas:
        return section("kort")
    names = area_names(view.snapshot, focus.version)
    found = [{**row, "name": names[row["area"]]} for row in highlights(view.snapshot, focus, comparison).to_dicts()]
    basis = {"against_own": all(row["mean"] is None for row in areas), "is_thin": is_few(view, focus, comparison)}
    lines = [
        (_("Sterkest:"), _strongest(_rows(found, "strongest"), **basis)),
        (_("Svakest:"), _weakest(_rows(found, "weakest"), **basis)),
        (_("Flyttet seg mest:"), _moved(_rows(found, "moved"))),
    ]
    return section(
        "kort", Bullets(tuple(Item(sentence, label) for label, sentence in lines if sentence), in_columns=True)
    )


def _rows(found: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [row for row in found if row["kind"] == kind]


def _strongest(rows: list[dict[str, Any]], *, against_own: bool, is_thin: bool) -> Sentence | None:
    if against_own:
        return _of_own(rows)
    if not rows:
        return _("ingen områder ligger klart over snittet i gruppen.")
    return _("{areas}.", areas=[_against_mean(row, is_thin=is_thin) for row in rows])


def _weakest(rows: list[dict[str, Any]], *, against_own: bool, is_thin: bool) -> Sentence | None:
    if against_own:
        return _of_own(rows)
    if not rows:
        return _("ingen områder ligger klart under snittet i gruppen.")
    return _("{areas}.", areas=[_against_mean(row, is_thin=is_thin) for row in rows])


def _of_own(rows: list[dict[str, Any]]) -> Sentence | None:
    """Return the areas by own points, said to be that: there are too few municipalities to compare with."""
    if not rows:
        return None
    areas = [_("{area} {name} ({own:shortest} poeng)", **row) for row in rows]
    return _("{areas}. Målt mot kommunens egne områder, for det er for få å sammenligne med.", areas=areas)


def _against_mean(row: dict[str, Any], *, is_thin: bool) -> Sentence:
    """Return an area with its distance to the mean; `is_thin` where print knows of more than are compared."""
    values = {**row, "distance": abs(row["difference"])}
    if row["difference"] > 0:
        if is_thin:
            return _("{area} {name} ({own:shortest}, {distance:tenths} over snittet av de {n:number} her)", **values)
        return _("{area} {name} ({own:shortest}, {distance:tenths} over snittet, n = {n:number})", **values)
    if is_thin:
        return _("{area} {name} ({own:shortest}, {distance:tenths} under snittet av de {n:number} her)", **values)
    return _("{area} {name} ({own:shortest}, {distance:tenths} under snittet, n = {n:number})", **values)


def _moved(rows: list[dict[str, Any]]) -> Sentence | None:
    """Return what moved; None where nothing moved enough to matter."""
    if not rows:
        return None
    areas = [
        _("{area} {name} {difference:signed} siden {before_year}", **row, before_year=row["years"][0]) for row in rows
    ]
    if any(len(set(row["versions"])) > 1 for row in rows):
        return _("{areas}. Versjonen er ny siden da, og den nye stiller noe strengere krav.", areas=areas)
    return _("{areas}.", areas=areas)
