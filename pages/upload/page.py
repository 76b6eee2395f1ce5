"""Last opp: import of score sheets, from template to confirmation."""

from dataclasses import replace

import streamlit as st

from data.language import _
from data.speaking import language
from pages.parts.address import fall_back
from pages.parts.bar import bar
from pages.parts.snapshot_choice import chosen_snapshot
from pages.parts.writing import show_refusals
from pages.upload.check import show_check
from pages.upload.files import chosen_dataset, handed_in
from pages.upload.forms import show_forms
from pages.upload.log import show_imports
from pages.upload.receipt import show_receipt
from queries.snapshot import snapshot_of
from reports.view import View, today

snapshot, unknown = chosen_snapshot()
view = View(snapshot, language(), today=today())
store = view.snapshot.store
with bar(snapshot):
    pass
for sentence in unknown:
    fall_back(sentence)
st.title(_("Last opp skåringsark"), anchor=False)
show_refusals(store)
show_receipt(store)
show_forms(view.snapshot)
dataset, files = chosen_dataset(), handed_in()
if files and dataset is None:
    st.info(_("Velg hvor tallene skal leses inn, så sjekkes arkene."))
elif files and dataset:
    show_check(replace(view, snapshot=snapshot_of(store, dataset)), files)
show_imports(view)
