"""Choice of figure."""

from data.catalogues import named
from data.language import _
from pages.parts.address import choose
from queries.evaluation import Evaluation
from queries.profile import area_names
from queries.snapshot import Snapshot


def show_group_choice(snapshot: Snapshot, focus: Evaluation, area: int) -> None:
    """Draw the choice of total (0) or area."""
    areas = area_names(snapshot, focus.version)
    names = {0: _("Totalt")} | {number: f"{number} {named(name)}" for number, name in areas.items()}
    choose(_("Tall"), "omrade", list(names), area, names.__getitem__)
