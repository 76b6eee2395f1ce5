"""Borders of the Norwegian municipalities in 2019, 2020 and 2024, simplified, as TopoJSON. © Kartverket, CC BY 4.0."""

from functools import cache
from hashlib import sha256
from typing import Final

from data.register import FOLDER

BORDER_YEARS: Final = (2019, 2020, 2024)
"""The years whose borders are drawn. Those of 2019 stand for every earlier year too."""
OBJECT: Final = "kommuner"
"""The name of the municipalities in the files; each has a `number` and a `name`."""


def border_year(year: int) -> int:
    """Return the year whose borders are drawn for a reference year: the latest that is not after it, else 2019."""
    return max((known for known in BORDER_YEARS if known <= year), default=BORDER_YEARS[0])


@cache
def borders(year: int) -> bytes:
    """Return the TopoJSON of one of BORDER_YEARS.

    Raises:
        KeyError: there are no borders of that year.
    """
    if year not in BORDER_YEARS:
        raise KeyError(year)
    return (FOLDER / f"municipal_borders_{year}.topojson").read_bytes()


@cache
def version(year: int) -> str:
    """Return eight characters that change when the borders of a year do."""
    return sha256(borders(year)).hexdigest()[:8]
