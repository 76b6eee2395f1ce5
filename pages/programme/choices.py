"""Choice of municipality and programme."""

from collections.abc import Callable, Mapping, Sequence

from data.language import _
from pages.parts.address import choose, dropping, search
from pages.parts.municipality_search import offered
from queries.snapshot import Snapshot
from reports.choices import newest_year
from reports.programme.choice import Choice
from reports.programme.planners import planners, programmes_of

OF_THE_PROGRAMME = ("tiltak", "status", "nytt", "endre", "merket")
"""Query parameters that are valid only for the previous programme."""


def show_programme_choice(snapshot: Snapshot, choice: Choice) -> None:
    """Draw the choice of municipality, evaluated or with a programme, and of programme where it has several."""
    _choose_municipality(snapshot, choice)
    own = {one.programme: one.name or _("Program uten navn") for one in programmes_of(snapshot, choice.municipality)}
    if choice.programme and len(own) > 1:
        also = dropping(*OF_THE_PROGRAMME)
        choose(_("Program"), "program", list(own), choice.programme, own.__getitem__, also=also)


def _choose_municipality(snapshot: Snapshot, choice: Choice) -> None:
    def newest(chosen: str) -> Mapping[str, str | None]:
        return dict.fromkeys(("referanse", "program", *OF_THE_PROGRAMME)) | {"aar": newest_year(snapshot, chosen)}

    def draw_search(label: str, find: Callable[[str], Sequence[str]]) -> str:
        return search(label, "kommune", find, also=newest)

    own = choice.municipality
    evaluated = offered(snapshot, [own], draw_search)
    planning = {
        key: _("{name}, har program", name=evaluated.get(key, name)) for key, name in planners(snapshot).items()
    }
    options = {own: choice.name, **evaluated, **planning}
    ordered = sorted(options, key=lambda key: (key not in planning, options[key].casefold()))
    choose(_("Kommune"), "kommune", ordered, own, options.__getitem__, also=newest)
