"""Lære av: whom to learn a question from, or the weakest questions together."""

import streamlit as st

from pages.best_practice.question_choice import show_question_choice
from pages.parts.bar import bar, chosen
from pages.parts.comparison_choice import show_comparison_choice
from pages.parts.evaluation_choice import show_evaluation_choice
from pages.parts.screen import Screen
from reports.best_practice import REPORT

screen = Screen(REPORT)
snapshot, choice = screen.view.snapshot, screen.choice
with bar(snapshot, chosen(choice.focus, choice.comparison)):
    show_evaluation_choice(snapshot, choice.focus)
    show_comparison_choice(screen.view, choice.focus, choice.comparison)
screen.show("hode")
if not choice.is_published:
    screen.show("laere", "programmer")
    st.stop()
show_question_choice(snapshot, choice.focus, choice.code)
screen.show(*(key for key in ("laere", "igjen", "hoyest", "programmer") if choice.code or key != "laere"))
