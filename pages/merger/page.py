"""Sammenslåing in steps: who is best, common gaps, transfers of practice, and what is marked for decision."""

from pages.merger.choices import show_merger_choice
from pages.merger.decision import show_decision
from pages.merger.steps import sections_of
from pages.parts.screen import Screen
from reports.merger import REPORT

screen = Screen(REPORT)
view, choice = screen.view, screen.choice
if choice.group is None:
    screen.show("hode")
    show_merger_choice(view.snapshot, choice)
    screen.show("hvem", "blir")
else:
    if choice.is_meeting:
        screen.show("blar")
    else:
        show_merger_choice(view.snapshot, choice)
        screen.show("steg")
    screen.show("tittel", *sections_of(choice))
    if choice.step == "vedtak":
        show_decision(screen, choice.group)
