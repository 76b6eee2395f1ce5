"""The register of municipalities: what official lists say of every Norwegian and Swedish one, as reference tables.

A municipality is known by its country and the first number we know of it. That key survives a new name, a new number
and a merger that keeps the number (Trondheim, Stavanger, Bodø); any other merger or split begins a new key.
"""

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from data.own_texts import COUNTED_BY

FOLDER = Path(__file__).parent / "reference"
SAME_MUNICIPALITY = ("rename", "renumber")
"""Kinds of change after which a municipality is still the same one."""
ONE_LEVEL = ("low", "middle", "high")
"""What the criterion of a KOSTRA group says of free income where it says one level; "low or middle" says none."""
OTHER_NAMES = ("parallel_names", "former_names")


def tables() -> Mapping[str, pl.DataFrame]:
    """Return the rows of every table made from the register, by the name of the table in schema.sql."""
    by_number = keys()
    of_year = {
        "kostra_group": _read("kostra_groups_no"),
        "income_level": _read("income_no").rename({"free_income": "income"}).filter(pl.col("income").is_in(ONE_LEVEL)),
        "language_decision": _read("language_no"),
    }
    return {
        "municipality_number": pl.concat([_norwegian(by_number), _swedish()], how="diagonal"),
        "population": pl.concat([_norwegian_population(by_number), _swedish_population()], how="diagonal"),
        "municipality_change": _changes(by_number),
        **{table: _keyed(rows, by_number) for table, rows in of_year.items()},
    }


def _read(name: str) -> pl.DataFrame:
    # Numbers are texts: read as numbers, 0219 would lose its nought.
    return pl.read_csv(FOLDER / f"{name}.csv", infer_schema=False)


def keys() -> dict[str, str]:
    """Return the key of a municipality by every number it has or had since 2002."""
    numbers = _read("municipalities_no").sort("valid_from", nulls_last=False)["number"]
    continued = _read("municipality_changes_no").filter(pl.col("kind").is_in(SAME_MUNICIPALITY)).sort("date")
    keys = {number: number for number in numbers}
    for before, after in continued.select("from_number", "to_number").iter_rows():
        keys[after] = keys[before]
    return keys


def _keyed(rows: pl.DataFrame, keys: Mapping[str, str]) -> pl.DataFrame:
    key = pl.col("number").replace_strict(keys)
    return rows.select(key.alias("municipality_number"), pl.exclude("number", "source", "kostra_group"))


def _norwegian(keys: Mapping[str, str]) -> pl.DataFrame:
    """Return one row a number, with the other names it was known by: Sámi, Kven and former ones."""
    rows = _read("municipalities_no").join(_former_names(), on="number", how="left", maintain_order="left")
    return rows.select(
        municipality_number=pl.col("number").replace_strict(keys),
        country=pl.lit("NO"),
        municipality="name",
        other_names=pl.concat_str(*OTHER_NAMES, separator="; ", ignore_nulls=True).replace("", None),
        number="number",
        valid_from=pl.col("valid_from").str.to_date(),
        valid_to=pl.col("valid_to").str.to_date(),
        county="county",
    )


def _former_names() -> pl.DataFrame:
    """Return what each number was also called, as the changes of names tell it."""
    renamed = _read("municipality_changes_no").filter(pl.col("from_number") == pl.col("to_number"))
    # «Røros - Rosse» and «Bø (Nordland)» say nothing that the name and the parallel names do not.
    called = pl.concat([renamed.select(number=f"{end}_number", name=f"{end}_name") for end in ("from", "to")]).unique()
    called = called.filter(~pl.col("name").str.contains(" [-(]"))
    now = _read("municipalities_no").select("number", "name")
    return called.join(now, on=["number", "name"], how="anti").sort("number", "name").group_by("number").agg(
        former_names=pl.col("name").str.join("; ")
    )  # fmt: skip


def _swedish() -> pl.DataFrame:
    """Return one row a Swedish municipality; its number carries the country, since Norway uses the same ones."""
    key = "SE-" + pl.col("code")
    return _read("municipalities_se").select(
        municipality_number=key, country=pl.lit("SE"), municipality="name", number=key, county="county"
    )


def _norwegian_population(keys: Mapping[str, str]) -> pl.DataFrame:
    """Return one row a count: of 1 January each year within the borders of that year, and a few in between."""
    yearly = _read("population_no").with_columns(
        date=pl.date(pl.col("year").cast(pl.Int32), 1, 1), source=pl.col("source").replace_strict(COUNTED_BY)
    )
    further = _read("population_further_counts").with_columns(pl.col("date").str.to_date())
    names = dict(_read("municipalities_no").select("number", "name").iter_rows())
    return pl.concat([rows.select("number", "date", "population", "source") for rows in (yearly, further)]).select(
        municipality_number=pl.col("number").replace_strict(keys),
        municipality=pl.col("number").replace_strict(names),
        date="date",
        population=pl.col("population").cast(pl.Int64),
        source="source",
    )


def _swedish_population() -> pl.DataFrame:
    """Return one row a count of 31 December."""
    names = dict(_read("municipalities_se").select("code", "name").iter_rows())
    return _read("population_se").select(
        municipality_number="SE-" + pl.col("code"),
        municipality=pl.col("code").replace_strict(names),
        date=pl.date(pl.col("year").cast(pl.Int32), 12, 31),
        population=pl.col("population").cast(pl.Int64),
        source=pl.col("source").replace_strict(COUNTED_BY),
    )


def _changes(keys: Mapping[str, str]) -> pl.DataFrame:
    """Return one row a part of a municipality that went to another since 2002: mergers, splits and parts."""
    # A number that is only in the changes lies before the register's first year.
    return _read("municipality_changes_no").filter(~pl.col("kind").is_in(SAME_MUNICIPALITY)).select(
        pl.col("date").str.to_date(),
        "kind",
        pl.col("from_number").replace(keys),
        "from_name",
        pl.col("to_number").replace(keys),
        "to_name",
        pl.col("share").cast(pl.Decimal(5, 3)),
        "note",
        source=pl.lit("Statistisk sentralbyrå"),
    )  # fmt: skip
