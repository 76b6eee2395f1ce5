"""Sammenslåing: who does what best, what all lack, and what can be taken over from whom."""

import streamlit as st

from pages.parts.committee import offer_committee_workbook
from pages.parts.merger_areas import show_merged_areas
from pages.parts.merger_gaps import show_common_gaps
from pages.parts.merger_remarks import show_merged_remarks
from pages.parts.merger_summary import are_judged, show_summary
from pages.parts.merger_transfers import show_transfers
from pages.parts.merger_verdicts import chosen_part, show_best_of_all, show_verdicts
from pages.parts.merging import chosen_group
from pages.parts.reading_choice import chosen_reading

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
