from typing import Any

import polars as pl

from charts.ranked_bars import ranked_bars_rows, ranked_bars_text


def municipality(rank: int, number: str, name: str, total: float, year_basis: str = "stated") -> dict[str, Any]:
    return {
        "rank": rank,
        "number": number,
        "name": name,
        "year": 2019,
        "year_basis": year_basis,
        "total": total,
    }


FIVE = pl.DataFrame(
    [
        municipality(5, "1517", "Hareid", 324.0),
        municipality(1, "0514", "Lom", 550.0, "latest possible"),
        municipality(2, "1516", "Ulstein", 534.0),
        municipality(3, "1612", "Hemne", 433.0),
        municipality(4, "0624", "Øvre Eiker", 378.0),
    ]
)
QUARTILES = (378.0, 433.0, 534.0)


def many(count: int) -> pl.DataFrame:
    return pl.DataFrame([municipality(i + 1, str(i), f"Kommune {i}", float(700 - i)) for i in range(count)])


def test_the_highest_is_first_and_our_own_is_marked() -> None:
    rows = ranked_bars_rows(FIVE, "1612")
    assert [row["value"] for row in rows] == ["550", "534", "433", "378", "324"]
    assert [row["label"] for row in rows if row["own"]] == ["Hemne 2019"]


def test_a_year_that_is_only_the_latest_possible_says_so() -> None:
    assert ranked_bars_rows(FIVE, None)[0]["label"] == "Lom senest 2019"


def test_bars_are_in_per_cent_of_the_maximum() -> None:
    assert ranked_bars_rows(FIVE, None)[0]["share"] == 68.75
    assert ranked_bars_rows(FIVE, None, maximum=1000)[0]["share"] == 55


def test_a_municipality_on_a_boundary_stands_above_it() -> None:
    rows = ranked_bars_rows(FIVE, "1612", QUARTILES)
    assert [row["label"] for row in rows] == [
        "Lom senest 2019", "Ulstein 2019", "Øvre kvartil 534", "Hemne 2019", "Median 433", "Øvre Eiker 2019",
        "Nedre kvartil 378", "Hareid 2019",
    ]  # fmt: skip
    assert [row["slot"] for row in rows] == list(range(8))


def test_sixty_are_drawn_and_our_own_is_always_among_them() -> None:
    rows = ranked_bars_rows(many(75), "74")
    assert len(rows) == 60
    assert rows[-1]["own"]
    assert rows[-2]["label"] == "Kommune 58 2019"


def test_sixty_municipalities_are_all_drawn() -> None:
    assert len(ranked_bars_rows(many(60), "3")) == 60
    assert "ikke tegnet" not in ranked_bars_text(many(60), "3")


def test_the_text_says_how_many_are_not_drawn() -> None:
    assert ranked_bars_text(many(75), "3").endswith("15 kommuner er ikke tegnet, men regnet med.")
    assert ranked_bars_text(many(61), "3").endswith("1 kommune er ikke tegnet, men regnet med.")


def test_the_text_holds_every_value() -> None:
    assert ranked_bars_text(FIVE, "1612", QUARTILES) == (
        "Poeng av 800, høyest først: nummer 1 Lom (senest 2019) 550; nummer 2 Ulstein (2019) 534; "
        "nummer 3 Hemne (2019) 433; nummer 4 Øvre Eiker (2019) 378; nummer 5 Hareid (2019) 324 (n = 5). "
        "Nedre kvartil er 378, medianen 433 og øvre kvartil 534 poeng."
    )


def test_with_fewer_than_five_there_is_neither_rank_nor_quartile() -> None:
    few = FIVE.head(2).with_columns(rank=pl.lit(None, pl.Int64))
    assert [row["place"] for row in ranked_bars_rows(few, None)] == ["", ""]
    text = "Poeng av 800, høyest først: Lom (senest 2019) 550; Hareid (2019) 324 (n = 2)."
    assert ranked_bars_text(few, None) == text
