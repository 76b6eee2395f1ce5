from charts.ladder import Rung, ladder_rows, ladder_text

RUNGS = [Rung(2014, "realised", 450_000), Rung(2013, "planned", 9_800_000), Rung(2013, "goal", 2_900_000)]


def test_steps_stand_in_their_order_year_by_year_with_a_gap_between() -> None:
    rows = ladder_rows(RUNGS)
    assert [(row["name"], row["step"], row["value"]) for row in rows] == [
        ("2013", "mål", "2,9 mill."), ("", "identifisert", "9,8 mill."), ("", "", ""),
        ("2014", "realisert", "450\u00a0000"),
    ]  # fmt: skip
    assert [row["at"] for row in rows] == [0, 1, 2, 3]


def test_the_longest_bar_is_the_largest_amount() -> None:
    assert [row["length"] for row in ladder_rows(RUNGS)] == [29 / 98, 1, 0, 45 / 980]


def test_an_amount_of_nothing_can_be_drawn() -> None:
    [row] = ladder_rows([Rung(2013, "realised", 0)])
    assert (row["length"], row["value"]) == (0, "0")


def test_no_amount_is_rounded() -> None:
    assert [row["value"] for row in ladder_rows([Rung(2013, "goal", 1_234_567)])] == ["1\u00a0234\u00a0567"]
    assert ladder_text(RUNGS) == (
        "2013: mål 2,9 mill. kroner og identifisert 9,8 mill. kroner. 2014: realisert 450\u00a0000 kroner."
    )
