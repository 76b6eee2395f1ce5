"""Tiltak: the plan of a programme as a workbook."""

from typing import NamedTuple

import streamlit as st

from data.language import _
from pages.parts.address import fall_back
from pages.parts.bar import bar
from pages.parts.snapshot_choice import chosen_snapshot
from pages.programme.workbook import show_workbook
from reports.view import View, today


class _Choice(NamedTuple):
    kommune: str
    program: str

    def parameters(self) -> dict[str, str]:
        return self._asdict()


class _Screen(NamedTuple):
    view: View
    choice: _Choice


snapshot, unknown = chosen_snapshot()
with bar(snapshot):
    pass
for sentence in unknown:
    fall_back(sentence)
st.title(_("Tiltak"), anchor=False)
chosen = _Choice(st.query_params.get("kommune", ""), st.query_params.get("program", ""))
show_workbook(_Screen(View(snapshot, today=today()), chosen))
