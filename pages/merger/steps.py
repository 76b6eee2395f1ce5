"""The sections of each step of the page, and of each part of it in a meeting."""

from collections.abc import Sequence

from reports.merger.choice import Choice

OF_STEP = {
    "kort": ("kort", "arbeidsbok", "blir", "omrader", "hvem"),
    "best": ("utvalg", "dommer", "fordeling", "beste", "merknader"),
    "mangler": ("utvalg", "mangler"),
    "overforing": ("utvalg", "overforing"),
    "vedtak": (),
}
IN_MEETING = {
    ("kort", ""): ("kort",),
    ("kort", "figur"): ("bilder",),
    ("kort", "omrader"): ("poeng",),
    ("kort", "grenser"): ("blir",),
    ("best", ""): ("dommer",),
    ("mangler", ""): ("mangler",),
    ("overforing", ""): ("overforing",),
    ("vedtak", ""): (),
}


def sections_of(choice: Choice) -> Sequence[str]:
    """Return the keys of the sections to show below the title, in order."""
    if choice.is_meeting:
        shares = choice.step == "best" and not choice.area
        return ("fordeling",) if shares else IN_MEETING[choice.step, choice.part]
    if not choice.is_judged:
        return (*OF_STEP["kort"], "merknader")
    # How verdicts fall in each area is the same whatever area is chosen.
    return [key for key in OF_STEP[choice.step] if not (choice.area and key == "fordeling")]
