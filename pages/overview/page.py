"""Oversikt: introduction, ranked totals and newest evaluations."""

import streamlit as st

from pages.overview.find import show_find
from pages.overview.totals_choice import show_totals_choice
from pages.parts.bar import bar
from pages.parts.screen import Screen
from reports.overview import REPORT

screen = Screen(REPORT)
snapshot, choice = screen.view.snapshot, screen.choice
with bar(snapshot):
    pass
screen.show("hode")
with st.container(horizontal=True, vertical_alignment="bottom", key="find"):
    show_find(snapshot, choice.looked_up or choice.onward.municipality)
    if not choice.looked_up:
        screen.show("videre")
if choice.looked_up:
    screen.show("videre")
screen.show("innhold", "alle")
show_totals_choice(snapshot, choice)
screen.show("varmekart", "totaler", "nyeste", "kjente", "eksempel")
