"""Map of Norwegian municipalities: those measured tinted by their points, those known without points outlined."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from charts import theme
from data.borders import BORDER_YEARS, OBJECT, borders, version

HEIGHT = 620
PALEST, STRONGEST = 0.22, 0.95
"""Opacity of the colour in the lowest and the highest class drawn."""
KEY_LINE = 22
ADDRESS = "address of the borders"
FIELDS = ["opacity", "measured", "own", "tooltip", "href"]
SIZE = alt.expr("datum.own ? 170 : datum.measured ? 100 : 50")
WEIGHT = alt.expr("datum.own ? 2.2 : 0.9")
PAPER = alt.expr("luminance(background) > 0.4 ? '#ffffff' : '#10161d'")
PIXELS_PER_DEGREE = 45
"""Of latitude, on a map of this height."""
LABEL_WIDTH, LABEL_HEIGHT = 95, 16
PROJECTION = {"type": "transverseMercator", "rotate": [-15, 0, 0]}
"""The one of Norwegian school maps, along the meridian in the middle of the country."""


def opacities(classes: Sequence[int]) -> Mapping[int, float]:
    """Return the opacity of each class that is drawn, evenly from the lowest, palest one to the highest."""
    drawn = sorted(set(classes))
    step = (STRONGEST - PALEST) / max(len(drawn) - 1, 1)
    return {each: round(STRONGEST - step * place, 3) for place, each in enumerate(reversed(drawn))}


def key_row(slot: int, label: str, opacity: float | None) -> dict[str, Any]:
    """Return a line of the key, the first is slot 0; without an opacity it is that of the outlined ones."""
    measured = opacity is not None
    return {"kind": "key", "slot": slot, "label": label, "opacity": opacity or 0, "measured": measured, "own": False}


def place_rows(places: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of the municipalities drawn, each label moved down where it would lie over another.

    A place has `number` (of the year of the borders), `lon`, `lat`, `opacity` (0 for those known without points),
    `measured`, `own`, `label`, `tooltip` and `href`.
    """
    northernmost_first = sorted(places, key=lambda place: (-place["lat"], place["number"]))
    labelled = [place for place in northernmost_first if place["label"]]
    lower = {
        place["number"]: down
        for place, down in zip(labelled, apart([(place["lon"], place["lat"]) for place in labelled]), strict=True)
    }
    # Those with points are drawn last, and so over those without.
    drawn = sorted(northernmost_first, key=lambda place: (place["measured"], place["own"]))
    return [{"kind": "place", **place, "dy": lower.get(place["number"], 0)} for place in drawn]


def apart(places: Sequence[tuple[float, float]]) -> list[int]:
    """Return how many pixels each label is moved down, so that none lies over another.

    `places` are (lon, lat) of the dots to the right of which the labels stand, the northernmost first.
    """
    taken: list[tuple[float, float]] = []
    for lon, lat in places:
        x, y = PIXELS_PER_DEGREE * math.cos(math.radians(lat)) * (lon - 15), -PIXELS_PER_DEGREE * lat
        beside = [other_y for other_x, other_y in taken if abs(other_x - x) < LABEL_WIDTH]
        # The northernmost is placed first, so only the lowest of those beside it can be in the way.
        taken.append((x, max([y, *(other_y + LABEL_HEIGHT for other_y in beside)])))
    return [round(y + PIXELS_PER_DEGREE * lat) for (_lon, lat), (_x, y) in zip(places, taken, strict=True)]


def _borders() -> alt.UrlData:
    return alt.UrlData(ADDRESS, format=alt.TopoDataFormat(type="topojson", feature=OBJECT))


def _layers() -> list[alt.Chart]:
    country = alt.Chart(_borders())
    found = alt.LookupData(alt.NamedData("points"), "number", FIELDS)
    known = country.transform_lookup("properties.number", found).transform_filter("datum.tooltip != null")
    rows = alt.Chart()
    places, key = (rows.transform_filter(f"datum.kind === '{kind}'") for kind in ("place", "key"))
    shown: theme.Look = {"tooltip": alt.Tooltip("tooltip:N"), "href": "href:N"}
    opacity = alt.FillOpacity("opacity:Q", scale=None)
    outline: theme.Look = {"stroke": theme.QUIET_INK, "strokeDash": alt.expr("datum.measured ? [1, 0] : [2, 2]")}
    at: theme.Look = {"longitude": "lon:Q", "latitude": "lat:Q"}
    weight = alt.expr("datum.own ? 'bold' : 'normal'")
    name: theme.Look = theme.text(align="left", dx=12, dy=alt.expr("datum.dy"), fontWeight=weight)
    line: theme.Look = {"y": alt.value(alt.expr(f"16 + {KEY_LINE} * datum.slot"))}
    return [
        country.mark_geoshape(filled=False, stroke=theme.MUTED, strokeWidth=0.35, tooltip=None),
        known.mark_geoshape(**outline, strokeWidth=WEIGHT).encode(opacity, **shown),
        # Most municipalities are too small on a map of the whole country: each has a dot as well.
        places.mark_circle(opacity=1, fill=PAPER, size=SIZE, tooltip=None).encode(**at),
        places.mark_circle(**outline, opacity=1, size=SIZE, strokeWidth=WEIGHT).encode(opacity, **shown, **at),
        places.mark_text(**name, stroke=theme.BACKGROUND, strokeWidth=4).encode(text="label:N", **at),
        places.mark_text(**name | {"tooltip": True}).encode(text="label:N", **shown, **at),
        key.mark_square(**outline, opacity=1, size=190).encode(opacity, x=alt.value(12), **line),
        key.mark_text(**theme.text(align="left")).encode(x=alt.value(28), text="label:N", **line),
    ]  # fmt: skip


def _specifications() -> dict[int, dict[str, Any]]:
    # Built once, since building takes long, and then with the address of each year.
    text = json.dumps({**theme.specification(*_layers(), height=HEIGHT), "projection": PROJECTION})
    addresses = {year: f"kart/{year}.topojson?v={version(year)}" for year in BORDER_YEARS}
    return {year: json.loads(text.replace(ADDRESS, address)) for year, address in addresses.items()}


MAPS: Mapping[int, dict[str, Any]] = _specifications()
"""The constant specification of the map in the borders of each year."""


def for_file(specification: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the specification of a picture; of a map with the borders in it, and without links to pages."""
    year = next((year for year, ours in MAPS.items() if ours == specification), None)
    if year is None:
        return specification
    data = {"values": json.loads(borders(year)), "format": {"type": "topojson", "feature": OBJECT}}
    return {**specification, "layer": [_layer_for_file(layer, data) for layer in specification["layer"]]}


def _layer_for_file(layer: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    encoding = {name: each for name, each in layer.get("encoding", {}).items() if name != "href"}
    return {**layer, "encoding": encoding, **({"data": data} if "data" in layer else {})}
