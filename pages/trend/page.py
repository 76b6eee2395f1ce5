"""Utvikling: change of a municipality's figures over its evaluations, also beside others."""

from data.language import _, counted
from pages.parts.bar import bar
from pages.parts.evaluation_choice import show_evaluation_choice
from pages.parts.lazy_expander import lazy_expander
from pages.parts.screen import Screen
from pages.trend.others_choice import show_others_choice
from reports.trend import REPORT
from reports.trend.areas import has_areas
from reports.trend.changes import versions_apart

screen = Screen(REPORT)
snapshot, choice = screen.view.snapshot, screen.choice
with bar(snapshot, choice.focus.name):
    show_evaluation_choice(snapshot, choice.focus, any_year=False)
screen.show("hode", "endringer")
if versions := versions_apart(screen.view, choice.focus):
    label = counted("Versjon {versions} for seg", "Versjon {versions} for seg", len(versions), versions=versions)
    with lazy_expander(label, "other versions") as expander:
        if expander.open:
            screen.show("eldre")
screen.show("totalt")
if has_areas(screen.view, choice.focus):
    with lazy_expander(_("Områdene som spindeldiagram og søyler, år for år"), "spiders") as expander:
        if expander.open:
            screen.show("omrader")
show_others_choice(snapshot, choice.listed)
screen.show("flere")
