"""Reading of the choice of the page from its query parameters."""

from collections.abc import Sequence
from dataclasses import replace

from data.language import _
from queries.merging import FEWEST, MOST, Merging, merging
from queries.municipalities import names
from queries.profile import area_shorts
from queries.snapshot import Snapshot
from reports.address import Address
from reports.choices import NOBODY, area_in, family_names
from reports.merger.choice import HEIM, KEPT, Choice, keys_by_number, known_names, measured_of, newest_year
from reports.merger.group import Group, is_judged
from reports.merger.marks import marks_in, marks_on_offer
from reports.merger.slides import on_slide
from reports.merger.step_names import FIRST_STEP, MEETING, PAGE, step_names
from reports.merger.verdict_labels import ANY_VERDICT, verdict_choices
from reports.view import View


def choose(view: View, address: Address) -> Choice:
    """Read the choice from the query parameters."""
    kept = tuple((name, value) for name in KEPT if (value := address.parameter(name)))
    chosen = _municipalities_in(view.snapshot, address)
    measured = measured_of(view.snapshot, chosen)
    if len(chosen) > MOST or len(measured) < FEWEST:
        return Choice(chosen, kept=kept)
    year = _year_in(view.snapshot, measured, address)
    merged = _merging_in(view.snapshot, measured, year, address)
    choice = Choice(chosen, year, merged, kept=kept)
    return choice if choice.group is None else _with_view(view, choice, choice.group, address)


def _with_view(view: View, choice: Choice, group: Group, address: Address) -> Choice:
    """Return the choice with what is shown of a comparison, and how."""
    shorts = area_shorts(view.snapshot, group.evaluations[0].version)
    area, judged = area_in({0: _("Alle"), **shorts}, address, 0), is_judged(view, group)
    shown = replace(choice, area=area, is_judged=judged)
    if judged:
        verdict = address.one_of("dom", verdict_choices(), ANY_VERDICT)
        marks = marks_in(address, marks_on_offer(view, group))
        shown = replace(shown, verdict=verdict, marks=marks)
    # A link from before there were steps leads to the questions it selects.
    selects = judged and (shown.area or shown.verdict != ANY_VERDICT)
    step = address.one_of("steg", step_names(judged), "best" if selects else FIRST_STEP)
    shown = replace(shown, step=step, part=address.parameter("del") or "")
    is_meeting = address.one_of("visning", {PAGE: _("side"), MEETING: _("møte")}, PAGE) == MEETING
    return on_slide(view, group, replace(shown, is_meeting=True)) if is_meeting else replace(shown, part="")


def _municipalities_in(snapshot: Snapshot, address: Address) -> tuple[str, ...]:
    measured, keys, names_by_key = names(snapshot), keys_by_number(snapshot), known_names(snapshot)
    text = address.parameter("kommuner")
    if text == NOBODY:
        return ()
    listed = [number for number in (text or "").split(",") if number] or _first_shown(snapshot, address)
    chosen = list(dict.fromkeys(keys.get(number, number) for number in listed))
    unknown = [number for number in chosen if number not in measured and number not in names_by_key]
    if unknown:
        address.add_notice(_("Ingen kommune her har nummer {numbers}; resten vises.", numbers=unknown))
    return tuple(number for number in chosen if number not in unknown)


def _first_shown(snapshot: Snapshot, address: Address) -> Sequence[str]:
    """Return the municipality of the other pages, to which others are to be added; HEIM if it is one of them.

    The example dataset knows only its own landscape, the real one every municipality of the register.
    """
    number = address.parameter("kommune") or ""
    key = keys_by_number(snapshot).get(number, number)
    known = names(snapshot) if snapshot.dataset == "example" else {**known_names(snapshot), **names(snapshot)}
    return (key,) if key in known and key not in HEIM else HEIM


def _year_in(snapshot: Snapshot, measured: tuple[str, ...], address: Address) -> int:
    newest = newest_year(snapshot, measured)
    return address.whole("referanse", newest) or newest


def _merging_in(snapshot: Snapshot, measured: tuple[str, ...], year: int, address: Address) -> Merging:
    """Return the evaluations included and left out, of the family in `familie`. Family 0 is none, by that year."""
    merged = merging(snapshot, measured, year)
    if not merged.family:
        return merged
    family, names_by_family = address.whole("familie", merged.family) or merged.family, family_names(snapshot)
    if family not in names_by_family:
        shown = names_by_family.get(merged.family, _("en annen"))
        address.add_notice(_("Versjonsfamilie {family} finnes ikke. Her vises {shown}.", family=family, shown=shown))
        family = merged.family
    return merging(snapshot, measured, year, family)
