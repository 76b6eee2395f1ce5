"""Tiltak: a programme of a municipality with its measures, phases and savings; its forms and its workbook."""

import streamlit as st

from pages.parts.bar import bar
from pages.parts.screen import Screen
from pages.programme.choices import show_programme_choice
from pages.programme.editing.editing import show_changes, show_edit_links, show_editing
from pages.programme.workbook import show_workbook
from reports.programme import REPORT

screen = Screen(REPORT)
with bar(screen.view.snapshot, screen.choice.name):
    show_programme_choice(screen.view.snapshot, screen.choice)
if not show_editing(screen):
    screen.show("hode")
    show_edit_links(screen)
    if screen.choice.programme:
        screen.show("tiltak", "mangler", "faser", "innsparing", "enheter")
    show_changes(screen)
    with st.container(key="plan-workbook"):
        show_workbook(screen)
    screen.show("andre")
