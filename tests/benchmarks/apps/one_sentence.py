"""The floor of a rerun on the server: a page that says one sentence."""

import streamlit as st

st.write("Hei")
