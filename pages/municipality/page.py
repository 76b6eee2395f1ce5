"""Status: where one municipality stands, what it should do first, and what that rests on."""

from data.language import _
from pages.municipality.what_if import show_what_if
from pages.parts.bar import bar, chosen
from pages.parts.comparison_choice import show_comparison_choice
from pages.parts.evaluation_choice import show_evaluation_choice
from pages.parts.lazy_expander import lazy_expander
from pages.parts.screen import Screen
from reports.compared import known_areas
from reports.municipality import REPORT
from reports.municipality.robust import is_claimed

screen = Screen(REPORT)
view, choice = screen.view, screen.choice
with bar(view.snapshot, chosen(choice.focus, choice.comparison)):
    show_evaluation_choice(view.snapshot, choice.focus)
    show_comparison_choice(view, choice.focus, choice.comparison)
screen.show("hode", "kort", "naa", "omrader")
if known_areas(view, choice.focus, choice.comparison):
    with lazy_expander(_("Områdene som spindeldiagram og spredning"), "pictures") as expander:
        if expander.open:
            screen.show("bilder")
if is_claimed(view, choice.focus, choice.comparison):
    # Made when opened: trying every variant would take as long as the rest of the page.
    with lazy_expander(_("Holder det, og hva skal til?"), "robust", is_open=bool(choice.raised)) as expander:
        if expander.open:
            screen.show("holder", "skaltil")
            show_what_if(screen)
screen.show("grunnlag", "igjen", "utenfor", "kilder")
