"""Utvikling: how a municipality has moved from evaluation to evaluation, and others beside it."""

import streamlit as st

from pages.parts.evaluation_choice import chosen_evaluation
from pages.parts.movement import show_areas_by_year, show_changes, show_several, show_totals_by_year
from pages.parts.reading_choice import chosen_reading

reading = chosen_reading()
st.title("Utvikling", anchor=False)
focus = chosen_evaluation(reading, any_year=False)
show_totals_by_year(reading, focus)
show_areas_by_year(reading, focus)
show_changes(reading, focus)
show_several(reading, focus)
