"""An app that is empty but for the sentence by which a browser knows that it is there."""

import streamlit as st

st.write("Hei")
