"""Choice of the comparison set."""

from data.language import _
from pages.parts.address import choose
from pages.parts.evaluation_choice import show_several_choice
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from reports.choices import ANY_AGE, CODE_OF_GROUP, GROUP_NAMES
from reports.view import View

WINDOWS = (ANY_AGE, "3", "5", "8")


def show_comparison_choice(view: View, focus: Evaluation, comparison: Comparison) -> None:
    """Draw the choice of group, reference year and window, and of municipalities where the group is a list."""
    snapshot, group, window = view.snapshot, CODE_OF_GROUP[comparison.group], comparison.window
    windows = list(dict.fromkeys([*WINDOWS, ANY_AGE if window is None else str(window)]))
    choose(_("Sammenlign med"), "gruppe", list(GROUP_NAMES), group, _against)
    show_reference_choice(view, focus, comparison.year(focus))
    choose(_("Hvor gamle tall"), "vindu", windows, ANY_AGE if window is None else str(window), _window_name)
    if group == "utvalg":
        show_several_choice(snapshot, "utvalg", comparison.municipalities)


def show_reference_choice(view: View, focus: Evaluation, year: int) -> None:
    """Draw the choice of the year whose figures are compared."""
    years = sorted({focus.year, view.today.year, year})
    choose(_("Slik det så ut i"), "referanse", years, year, lambda year: _("slik det så ut i {year}", year=year))


def _against(group: str) -> str:
    return _("mot {group}", group=_(GROUP_NAMES[group]))


def _window_name(years: str) -> str:
    return _("uansett alder") if years == ANY_AGE else _("høyst {years} år eldre", years=years)
