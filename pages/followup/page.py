"""Virket det? What came of the measures by the next evaluation."""

from pages.followup.planner_choice import show_planner_choice
from pages.parts.bar import bar
from pages.parts.screen import Screen
from reports.followup import REPORT

screen = Screen(REPORT)
snapshot, choice = screen.view.snapshot, screen.choice
with bar(snapshot, choice.name):
    show_planner_choice(snapshot, choice.municipality, choice.name)
screen.show("hode", "tiltak", "bilde", "mangler")
