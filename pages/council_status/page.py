"""Status til kommunestyret: one year of a programme on one page, for print."""

import streamlit as st

from pages.council_status.choices import show_choices
from pages.parts.bar import bar
from pages.parts.screen import Screen
from reports.council_status import REPORT

screen = Screen(REPORT)
with bar(screen.view.snapshot, screen.choice.name):
    show_choices(screen.view, screen.choice)
with st.container(key="one-sheet"):
    screen.show(*REPORT.sections(screen.choice))
