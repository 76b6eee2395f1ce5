"""Names of areas, questions and size groups in every language, from the files of the instrument."""

import csv
from collections.abc import Iterator, Mapping
from functools import cache

from data.register import FOLDER
from data.speaking import SOURCE

FILES = {
    "instrument_areas": ("name", "short"),
    "instrument_2_1_questions": ("label",),
    "size_groups": ("label",),
}
"""The columns of each file that are there once for each language: `name_nb`, `name_nn`, `name_en`."""


@cache
def names(language: str) -> Mapping[str, str]:
    """Return the names in a language by the name in bokmål, which is the one that the store holds."""
    return dict(_names(language))


def _names(language: str) -> Iterator[tuple[str, str]]:
    for file, columns in FILES.items():
        with (FOLDER / f"{file}.csv").open(encoding="utf-8", newline="") as opened:
            for row in csv.DictReader(opened):
                for column in columns:
                    yield row[f"{column}_{SOURCE}"], row[f"{column}_{language}"]
