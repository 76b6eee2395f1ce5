"""Sammenslåing in steps: who is best, common gaps, transfers of practice, and what is marked for decision."""

from data.language import _
from pages.merger.choices import show_merger_choice
from pages.merger.decision import show_decision
from pages.merger.steps import sections_of
from pages.parts.bar import bar
from pages.parts.screen import Screen
from reports.merger import REPORT

screen = Screen(REPORT)
view, choice = screen.view, screen.choice
with bar(view.snapshot, choice.group.title if choice.group else _("Velg kommuner")):
    if not choice.is_meeting:
        show_merger_choice(view.snapshot, choice)
if choice.group is None:
    screen.show("hode", "hvem", "blir")
else:
    screen.show("blar" if choice.is_meeting else "steg")
    screen.show("tittel", *sections_of(choice))
    if choice.step == "vedtak":
        show_decision(screen, choice.group)
