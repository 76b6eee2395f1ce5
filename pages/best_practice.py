"""Beste praksis: whom a municipality can learn a question from, and who leads."""

import streamlit as st

from pages.parts.comparison_choice import chosen_comparison
from pages.parts.evaluation_choice import chosen_evaluation
from pages.parts.leaders import show_leaders
from pages.parts.learning import chosen_question, show_learning, show_weakest
from pages.parts.reading_choice import chosen_reading

reading = chosen_reading()
st.title("Beste praksis", anchor=False)
focus = chosen_evaluation(reading)
code = chosen_question(reading, focus)
comparison = chosen_comparison(reading, focus)
show_learning(reading, focus, comparison, code)
show_weakest(reading, focus, comparison, code)
show_leaders(reading, focus, comparison, code)
