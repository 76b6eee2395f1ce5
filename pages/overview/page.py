"""Oversikt: search, heat map and map of the municipalities, and what else is known."""

import streamlit as st

from pages.overview.find import show_find
from pages.overview.totals_choice import show_totals_choice
from pages.parts.bar import bar
from pages.parts.screen import Screen
from reports.overview import REPORT

screen = Screen(REPORT)
snapshot, choice = screen.view.snapshot, screen.choice
with bar(snapshot):
    show_totals_choice(snapshot, choice)
screen.show("hode")
with st.container(horizontal=True, vertical_alignment="bottom", key="find"):
    show_find(snapshot, choice.looked_up or choice.onward.municipality)
    screen.show(*(() if choice.looked_up else ("videre",)), "eksempel")
if choice.looked_up:
    screen.show("videre")
screen.show("innhold", "varmekart", "kart", "kjente", "totaler", "nyeste", "programmer")
