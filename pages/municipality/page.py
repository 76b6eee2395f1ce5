"""Kommune: one evaluation against a comparison set, by area and question."""

from pages.municipality.area_choice import show_area_choice
from pages.parts.comparison_choice import show_comparison_choice
from pages.parts.evaluation_choice import show_evaluation_choice
from pages.parts.screen import Screen
from reports.municipality import REPORT

screen = Screen(REPORT)
snapshot, choice = screen.view.snapshot, screen.choice
show_evaluation_choice(snapshot, choice.focus)
screen.show("hode")
show_comparison_choice(snapshot, choice.focus, choice.comparison, screen.view.today.year)
screen.show("kort", "naa", "omrader")
show_area_choice(snapshot, choice.focus, choice.area)
screen.show("omrade", "igjen", "holder", "skaltil", "kilder")
