"""Titles of the steps of a merger: true of the figures, also where there are ties or nothing to say."""

from typing import TypeAlias

import polars as pl
import pytest

from reports.merger import titles
from reports.merger.becomes import what_becomes
from reports.merger.group import shortened

NAMES = {"1612": "Hemne", "1571": "Halsa", "1613": "Snillfjord"}


def judged(*leaders: str, gaps: int = 0, divided: int = 0) -> pl.DataFrame:
    """Questions of which the first are led by these, and the rest are common gaps or divided."""
    rows = [("best", leader) for leader in leaders] + [("common_gap", None)] * gaps + [("divided", None)] * divided
    return pl.DataFrame(rows, schema={"verdict": pl.String, "leader": pl.String}, orient="row")


@pytest.mark.parametrize(
    ("leaders", "title"),
    [
        (["1612"] * 3 + ["1571"] * 2 + ["1613"], "Hemne er best i 3 av 10, Halsa i 2 og Snillfjord i 1"),
        (["1571", "1571", "1612"], "Halsa er best i 2 av 10 og Hemne i 1"),
        (["1571", "1612"], "Hemne og Halsa er best i 1 av 10 hver"),
        (["1571", "1612", "1613"], "Hemne, Halsa og Snillfjord er best i 1 av 10 hver"),
        (["1613", "1613", "1571", "1612"], "Snillfjord er best i 2 av 10 og Hemne og Halsa i 1 hver"),
        (["1613"], "Snillfjord er best i 1 av 10"),
        ([], "Ingen er klart best i noe av 10"),
    ],
)
def test_who_is_best_is_named_most_first_and_ties_together(leaders: list[str], title: str) -> None:
    assert titles.who_is_best(judged(*leaders, divided=10 - len(leaders)), NAMES) == title


def test_in_short_counts_the_clearly_best_and_the_common_gaps() -> None:
    assert titles.in_short(judged("1612", gaps=2, divided=1)) == "Én er klart best i 1 av 4, og 2 er felles mangler"
    assert titles.in_short(judged("1612", gaps=1)) == "Én er klart best i 1 av 2, og 1 er en felles mangel"
    assert titles.in_short(judged("1612", divided=1)) == "Én er klart best i 1 av 2, og ingen mangel er felles"
    assert titles.in_short(judged(gaps=2, divided=1)) == "Ingen er klart best i noe, og 2 av 3 er felles mangler"
    assert titles.in_short(judged(divided=3)) == "Ingen er klart best i noe, og ingen mangel er felles"


def test_common_gaps_say_how_many_share_them() -> None:
    assert titles.common_gaps(judged(gaps=9, divided=36), 3, 50) == "Alle tre ligger under halvparten i 9 av 45"
    assert titles.common_gaps(judged(gaps=1), 2, 50) == "Begge ligger under halvparten i 1 av 1"
    assert titles.common_gaps(judged(gaps=2), 6, 40) == "Alle seks ligger under 40 prosent i 2 av 2"
    assert titles.common_gaps(judged("1612"), 3, 50) == "Ingen felles mangler"


def test_transfers_count_each_question_once_and_for_every_giver() -> None:
    rows = pl.DataFrame(
        [("4.4", "1612", "1571"), ("4.4", "1613", "1571"), ("4.5", "1612", "1571"), ("4.5", "1612", "1613")],
        schema=["code", "from", "to"],
        orient="row",
    )
    assert titles.transfers(rows, 45, NAMES) == "Praksis kan hentes i 2 av 45: fra Hemne i 2 og Snillfjord i 1"
    assert titles.transfers(rows.clear(), 45, NAMES) == "Ingen ligger langt nok foran til at de andre kan hente praksis"


def test_marks_are_counted_by_kind() -> None:
    assert titles.marked(0, 0) == "Ingenting er merket til vedtak ennå"
    assert titles.marked(2, 0) == "Til vedtak: 2 underspørsmål"
    assert titles.marked(1, 3) == "Til vedtak: 1 underspørsmål og 3 overføringer"
    assert titles.marked(0, 1) == "Til vedtak: 1 overføring"


Area: TypeAlias = tuple[int, float | None, float | None, bool | None, list[str]]


def measured(*rows: Area) -> pl.DataFrame:
    frame = pl.DataFrame(
        rows,
        schema={
            "area": pl.Int64,
            "1612": pl.Float64,
            "1571": pl.Float64,
            "matters": pl.Boolean,
            "who": pl.List(pl.String),
        },
        orient="row",
    )
    known = pl.sum_horizontal(pl.col("1612", "1571").is_not_null().cast(pl.Int64))
    return frame.with_columns(n=known, best=pl.max_horizontal("1612", "1571"))


def test_areas_say_who_is_clearly_highest_and_never_count_a_small_lead() -> None:
    two = {"1612": "Hemne", "1571": "Halsa"}
    total = (0, 433.0, 333.0, True, ["1612"])
    first, second, close = (
        (1, 60.0, 40.0, True, ["1612"]),
        (2, 30.0, 40.0, True, ["1571"]),
        (3, 41.0, 40.0, False, ["1612"]),
    )
    assert titles.areas(measured(total, first, close), two) == "Hemne er klart høyest på 1 av 2 områder"
    assert titles.areas(measured(total, first, second), two) == "Hemne er klart høyest på 1 av 2 områder og Halsa på 1"
    assert titles.areas(measured(total, close), two) == "Ingen er klart høyest på noe område"


def test_where_only_totals_are_known_they_are_named_with_years() -> None:
    two = {"1612": "Hemne 2018", "1571": "Halsa senest 2019"}
    unknown: Area = (1, None, None, None, [])
    clear, close = (0, 433.0, 333.0, True, ["1612"]), (0, 433.0, 430.0, False, ["1612"])
    assert titles.areas(measured(clear, unknown), two) == "Høyest total har Hemne 2018 med 433"
    assert titles.areas(measured(close, unknown), two) == (
        "Forspranget i total er for lite til å tillegges vekt: Hemne 2018 433 og Halsa senest 2019 430"
    )
    alone = (0, 433.0, None, None, ["1612"])
    assert titles.areas(measured(alone, unknown), two) == "Hemne 2018 og Halsa senest 2019 side om side"


def test_what_becomes_of_them_is_named_where_it_is_few() -> None:
    whole = [("Halsa", "Heim", 1.0), ("Hemne", "Heim", 1.0)]
    parts = [("Snillfjord", "Heim", 0.15), ("Snillfjord", "Hitra", 0.34), ("Snillfjord", "Orkland", 0.51)]
    assert what_becomes(whole) == "Halsa og Hemne går inn i Heim"
    assert what_becomes(parts) == "Snillfjord deles mellom Heim, Hitra og Orkland"
    assert what_becomes([*whole, *parts]) == (
        "Halsa og Hemne går inn i Heim, og Snillfjord deles mellom Heim, Hitra og Orkland"
    )
    six = [(name, "Ålesund", 1.0) for name in ("Haram", "Sandøy", "Skodje", "Ørskog", "Ålesund")]
    assert what_becomes(six) == "Haram, Sandøy, Skodje, Ørskog og Ålesund går inn i Ålesund"
    assert what_becomes([*whole, ("Agdenes", "Orkland", 1.0)]) == "Hva som blir hva"


def test_names_are_short_unless_two_would_be_called_the_same() -> None:
    assert shortened({"1571": "Halsa (eksempel)", "1612": "Hemne"}) == {"1571": "Halsa", "1612": "Hemne"}
    both = {"1515": "Herøy (Møre og Romsdal)", "1818": "Herøy (Nordland)"}
    assert shortened(both) == both
