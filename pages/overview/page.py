"""Oversikt: introduction, ranked totals and newest evaluations."""

import streamlit as st

from pages.overview.totals_choice import show_totals_choice
from pages.parts.evaluation_choice import choose_municipality
from pages.parts.screen import Screen
from reports.overview import REPORT

screen = Screen(REPORT)
snapshot, choice = screen.view.snapshot, screen.choice
screen.show("hode")
with st.container(horizontal=True, vertical_alignment="bottom", key="find"):
    choose_municipality(snapshot, "Finn kommune (navn eller nummer)", choice.onward.municipality)
    screen.show("videre")
screen.show("innhold", "alle")
show_totals_choice(snapshot, choice.totals)
screen.show("totaler", "nyeste", "eksempel")
