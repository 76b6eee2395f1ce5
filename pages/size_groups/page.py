"""Størrelsesgruppe: distribution of points by size and income group."""

from pages.parts.evaluation_choice import show_evaluation_choice
from pages.parts.screen import Screen
from pages.size_groups.group_choice import show_group_choice
from reports.size_groups import REPORT

screen = Screen(REPORT)
snapshot, choice = screen.view.snapshot, screen.choice
screen.show("hode")
show_evaluation_choice(snapshot, choice.focus)
show_group_choice(snapshot, choice.focus, choice.area, choice.year, screen.view.today.year)
screen.show("grupper", "kart", "egen", "inntekt", "med")
