"""Sammenlign: distribution of points by size and income group."""

from pages.parts.bar import bar, chosen
from pages.parts.comparison_choice import show_reference_choice
from pages.parts.evaluation_choice import show_evaluation_choice
from pages.parts.screen import Screen
from pages.size_groups.group_choice import show_group_choice
from reports.size_groups import REPORT

screen = Screen(REPORT)
snapshot, choice = screen.view.snapshot, screen.choice
with bar(snapshot, chosen(choice.focus)):
    show_evaluation_choice(snapshot, choice.focus)
    show_group_choice(snapshot, choice.focus, choice.area)
    show_reference_choice(screen.view, choice.focus, choice.year)
screen.show("hode", "grupper", "kart", "egen", "inntekt", "med")
