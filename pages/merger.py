"""Sammenslåing: who does what best, what all lack, and what can be taken over from whom."""

import streamlit as st

from pages.parts.choices import chosen_reading
from pages.parts.committee import offer_committee_workbook
from pages.parts.merger_areas import show_merged_areas
from pages.parts.merger_questions import (
    chosen_part,
    show_best_of_all,
    show_common_gaps,
    show_transfers,
    show_verdicts,
)
from pages.parts.merger_remarks import show_merged_remarks
from pages.parts.merging import are_judged, chosen_group, show_summary

reading = chosen_reading()
st.title("Sammenslåing", anchor=False)
group = chosen_group(reading)
show_summary(reading, group)
offer_committee_workbook(reading, group)
show_merged_areas(reading, group)
area = chosen_part(reading, group)
if are_judged(reading, group):
    show_verdicts(reading, group, area)
    show_transfers(reading, group, area)
    show_common_gaps(reading, group, area)
    show_best_of_all(reading, group, area)
show_merged_remarks(reading, group, area)
