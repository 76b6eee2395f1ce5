"""The meeting view: one thing on the screen at a time, in the order in which the arrow keys go through them."""

from dataclasses import dataclass, replace

from data.language import _
from queries.caching import cached
from queries.merging import border_changes
from reports.content import Option, Options, Pager, Section, section
from reports.links import Link
from reports.merger.areas import areas_of
from reports.merger.choice import Choice
from reports.merger.filters import rows_of_step
from reports.merger.group import Group
from reports.merger.step_names import STEPS, step_names
from reports.view import View

MOST_ON_SCREEN = 8
"""Questions that a screen of 720 pixels holds in large type; a step with more is shown area by area."""


@dataclass(frozen=True)
class Slide:
    """What is on the screen: a step, one area of its questions (0 is all), or a part of it."""

    step: str
    area: int = 0
    part: str = ""


@cached
def slides(view: View, group: Group, choice: Choice) -> tuple[Slide, ...]:
    """Return everything the meeting view goes through, in order; filters of verdicts hold."""
    if not choice.is_judged:
        return _in_short(view, group)
    by_area = (_by_area(view, group, replace(choice, step=step)) for step in ("best", "mangler", "overforing"))
    return (*_in_short(view, group), *(slide for of_step in by_area for slide in of_step), Slide("vedtak"))


def _in_short(view: View, group: Group) -> tuple[Slide, ...]:
    knows_areas = areas_of(view, group)["best"].tail(8).is_not_null().any()
    is_changed = not border_changes(view.snapshot, group.names).is_empty()
    parts = ["", *(["figur"] if knows_areas else []), "omrader", *(["grenser"] if is_changed else [])]
    return tuple(Slide("kort", part=part) for part in parts)


def _by_area(view: View, group: Group, choice: Choice) -> tuple[Slide, ...]:
    rows = rows_of_step(view, group, choice)
    areas = (Slide(choice.step, area) for area in sorted({*rows["area"]}))
    if choice.step == "best":
        return (Slide("best"), *areas)
    return tuple(areas) if rows["code"].n_unique() > MOST_ON_SCREEN else (Slide(choice.step),)


def on_slide(view: View, group: Group, choice: Choice) -> Choice:
    """Return the choice of a slide: the one of this step, area and part, else the first of the step."""
    wanted, of_step = (
        _slide(choice),
        [slide for slide in slides(view, group, _any(choice)) if slide.step == choice.step],
    )
    slide = wanted if wanted in of_step else of_step[0]
    return replace(choice, area=slide.area, part=slide.part)


def _slide(choice: Choice) -> Slide:
    return Slide(choice.step, choice.area, choice.part)


def _any(choice: Choice) -> Choice:
    """Return the choice without what differs between slides, so that they are the same cached answer."""
    return replace(choice, step="kort", area=0, part="", marks=(), kept=())


@cached
def pager(view: View, group: Group, choice: Choice) -> Section:
    """Return the links to the slides before and after, and out of the meeting view to the step as a page."""
    every = slides(view, group, _any(choice))
    place = every.index(_slide(choice))

    def to(position: int) -> Link | None:
        return choice.link(**vars(every[position])) if 0 <= position < len(every) else None

    text = _("{step}, {place} av {n}", step=_(STEPS[choice.step]), place=place + 1, n=len(every))
    leave = choice.link(is_meeting=False, part="", area=0)
    return section("blar", Pager(text, to(place - 1), to(place + 1), leave))


@cached
def steps(_view: View, choice: Choice) -> Section:
    """Return the steps as links that stay in sight, and the link to the meeting view."""
    names = step_names(choice.is_judged)
    options = tuple(
        Option(_label(number, name, choice, code), choice.link(step=code), code == choice.step)
        for number, (code, name) in enumerate(names.items(), 1)
    )
    meeting = Option(_("Møtevisning"), choice.link(is_meeting=True))
    return section("steg", Options(_("Steg"), options if len(options) > 1 else (), "steps", meeting))


def _label(number: int, name: str, choice: Choice, code: str) -> str:
    if code == "vedtak" and choice.marks:
        return _("{number} {name} ({n})", number=number, name=name, n=len(choice.marks))
    return _("{number} {name}", number=number, name=name)
