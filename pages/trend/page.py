"""Utvikling: change of a municipality's figures over its evaluations, also beside others."""

from pages.parts.bar import bar
from pages.parts.evaluation_choice import show_evaluation_choice
from pages.parts.screen import Screen
from pages.trend.others_choice import show_others_choice
from reports.trend import REPORT

screen = Screen(REPORT)
snapshot, choice = screen.view.snapshot, screen.choice
with bar(snapshot, choice.focus.name):
    show_evaluation_choice(snapshot, choice.focus, any_year=False)
screen.show("hode", "totalt", "omrader", "endringer")
show_others_choice(snapshot, choice.listed)
screen.show("flere")
