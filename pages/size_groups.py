"""Størrelsesgruppe: how points are spread among municipalities of each size, and where ours is."""

import streamlit as st

from pages.parts.evaluation_choice import chosen_evaluation
from pages.parts.groups import chosen_area_and_year, show_groups, show_income, show_members, show_own_group
from pages.parts.reading_choice import chosen_reading

reading = chosen_reading()
st.title("Størrelsesgrupper", anchor=False)
focus = chosen_evaluation(reading)
area, year = chosen_area_and_year(reading, focus)
show_groups(reading, focus, area, year)
show_own_group(reading, focus, year)
show_income(reading, focus, area, year)
show_members(reading, focus, year)
