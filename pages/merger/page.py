"""Sammenslåing: the best of each question, common gaps, and possible transfers of practice."""

from pages.merger.choices import show_merger_choice, show_part_choice, show_verdict_choice
from pages.parts.bar import bar
from pages.parts.screen import Screen
from reports.merger import REPORT

screen = Screen(REPORT)
view, choice = screen.view, screen.choice
with bar(view.snapshot):
    pass
screen.show("hode")
show_merger_choice(view.snapshot, choice)
if choice.group is None:
    screen.show("hvem")
else:
    screen.show("hvem", "kort", "arbeidsbok", "omrader", "sporsmal")
    show_part_choice(view.snapshot, choice.group, choice.area)
    if choice.is_judged:
        show_verdict_choice(view, choice.group, choice.area, choice.verdict)
        screen.show("dommer", "overforing", "mangler", "beste", "merknader")
    else:
        screen.show("merknader")
