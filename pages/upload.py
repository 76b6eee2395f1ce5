"""Last opp: score sheets on their way in, from the form to the receipt."""

import streamlit as st

from pages.parts.plain import plain
from pages.parts.reading_choice import chosen_reading
from pages.parts.upload_check import show_check
from pages.parts.upload_files import chosen_dataset, handed_in
from pages.parts.upload_forms import show_forms
from pages.parts.upload_log import show_imports
from pages.parts.upload_receipt import show_receipt

reading = chosen_reading()
st.title("Last opp skåringsark", anchor=False)
if refused := st.session_state.pop("refused", None):
    st.error(plain(refused))
show_receipt(reading.store)
show_forms(reading)
dataset, files = chosen_dataset(), handed_in()
if files and dataset is None:
    st.info("Velg hvor tallene skal leses inn, så sjekkes arkene.")
elif files and dataset:
    show_check(reading.store, dataset, files)
show_imports(reading.store)
