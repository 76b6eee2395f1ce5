"""One select box and one ready-made spider, given to Streamlit as its documentation says."""

from math import cos, radians, sin

import altair as alt
import pandas as pd
import streamlit as st

AREAS = range(1, 9)
OPTIONS = 60
RINGS = (25, 50, 75, 100)


def corner(area: int, points: float) -> dict[str, float]:
    angle = radians(45 * (area - 1))
    return {"area": area, "points": points, "x": points * sin(angle), "y": points * cos(angle)}


def series(option: int) -> pd.DataFrame:
    """Return two series of eight areas; no two options have the same."""
    own = [{"series": f"Floor {option:02}", **corner(area, 30 + (7 * option + 11 * area) % 60)} for area in AREAS]
    mean = [{"series": "Mean", **corner(area, 40 + (option + 5 * area) % 20)} for area in AREAS]
    return pd.DataFrame(own + mean)


def spider(option: int) -> alt.LayerChart | alt.FacetChart:
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-110, 110]))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-110, 110]))
    rings = pd.DataFrame([{"ring": ring, **corner(area, ring)} for ring in RINGS for area in AREAS])
    names = pd.DataFrame([{"name": f"Area {area}", **corner(area, 106)} for area in AREAS])
    ours = alt.Chart(series(option))
    return alt.layer(
        alt.Chart(rings)
        .mark_line(interpolate="linear-closed", color="grey", opacity=0.4)
        .encode(x, y, alt.Detail("ring:N"), alt.Order("area:Q")),
        ours.mark_line(interpolate="linear-closed").encode(x, y, alt.Color("series:N", sort=None), alt.Order("area:Q")),
        ours.mark_point(filled=True).encode(
            x, y, alt.Color("series:N", sort=None), tooltip=["series:N", "area:Q", "points:Q"]
        ),
        alt.Chart(names).mark_text().encode(x, y, alt.Text("name:N")),
    ).properties(height=356)


@st.cache_resource
def spiders() -> dict[str, alt.LayerChart | alt.FacetChart]:
    return {f"Floor {option:02}": spider(option) for option in range(OPTIONS)}


ready = spiders()
chosen = st.selectbox("Kommune", list(ready))
st.altair_chart(ready[chosen], width="stretch")
