"""Tiltak: a programme of a municipality with its measures, phases and savings."""

from pages.parts.bar import bar
from pages.parts.screen import Screen
from pages.programme.choices import show_programme_choice
from reports.programme import REPORT

screen = Screen(REPORT)
with bar(screen.view.snapshot, screen.choice.name):
    show_programme_choice(screen.view.snapshot, screen.choice)
screen.show("hode")
if screen.choice.programme:
    screen.show("tiltak", "mangler", "faser", "innsparing", "enheter")
screen.show("andre")
