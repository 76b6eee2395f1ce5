"""One chart and one table: the least that a page of figures can be."""

import altair as alt
import pandas as pd
import streamlit as st

figures = pd.DataFrame({"area": range(1, 9), "points": [39, 37, 77, 61, 58, 49, 48, 63]})
st.altair_chart(alt.Chart(figures).mark_bar().encode(x="points:Q", y="area:O"))
st.dataframe(figures)
