"""Kommune: one evaluation against a comparison set, by area and question."""

from data.language import _
from pages.municipality.area_choice import show_area_choice
from pages.parts.comparison_choice import show_comparison_choice
from pages.parts.evaluation_choice import show_evaluation_choice
from pages.parts.lazy_expander import lazy_expander
from pages.parts.screen import Screen
from reports.municipality import REPORT
from reports.municipality.robust import is_claimed

screen = Screen(REPORT)
snapshot, choice = screen.view.snapshot, screen.choice
show_evaluation_choice(snapshot, choice.focus)
screen.show("hode")
show_comparison_choice(snapshot, choice.focus, choice.comparison, screen.view.today.year)
screen.show("kort", "naa", "omrader")
show_area_choice(snapshot, choice.focus, choice.area)
screen.show("omrade", "igjen")
if is_claimed(screen.view, choice.focus, choice.comparison):
    # Made when opened: trying every variant would take as long as the rest of the page.
    with lazy_expander(_("Holder det, og hva skal til?"), "robust") as expander:
        if expander.open:
            screen.show("holder", "skaltil")
screen.show("kilder")
