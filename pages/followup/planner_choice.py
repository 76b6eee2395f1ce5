"""Choice of a municipality that has a programme or is evaluated."""

from collections.abc import Mapping

from data.language import _
from pages.parts.address import choose, search
from pages.parts.municipality_search import offered
from queries.snapshot import Snapshot
from reports.choices import newest_year
from reports.programme.planners import planners


def show_planner_choice(snapshot: Snapshot, number: str, name: str) -> None:
    """Draw the choice of municipality, those with a programme first; `number` and `name` are of the one shown."""

    def of_another(chosen: str) -> Mapping[str, str | None]:
        return {"aar": newest_year(snapshot, chosen), "referanse": None, "program": None}

    evaluated = offered(snapshot, [number], lambda label, find: search(label, "kommune", find, also=of_another))
    options = {**planners(snapshot), **evaluated}
    options.setdefault(number, name)
    choose(_("Kommune"), "kommune", list(options), number, options.__getitem__, also=of_another)
