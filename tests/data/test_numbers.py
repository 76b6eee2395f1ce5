"""Numbers, dates and lists as Norwegian readers write them."""

from datetime import date
from decimal import Decimal

import pytest

from data.numbers import day, exact, listed, number, rounded, shortest, signed


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0, 0, "0"),
        (433, 0, "433"),
        (1234.5, 1, "1\N{NO-BREAK SPACE}234,5"),
        (126841, 0, "126\N{NO-BREAK SPACE}841"),
        (1234567, 0, "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"),
        (-7, 0, "\N{MINUS SIGN}7"),
        (-1234.56, 1, "\N{MINUS SIGN}1\N{NO-BREAK SPACE}234,6"),
        (0.5, 0, "1"),
        (2.5, 0, "3"),
        (-2.5, 0, "\N{MINUS SIGN}3"),
        (0.05, 1, "0,1"),
        (1.005, 2, "1,01"),
        (409.6, 1, "409,6"),
        (433.0, 1, "433,0"),
        (Decimal("7.4"), 1, "7,4"),
        (-0.04, 1, "0,0"),
        (None, 0, ".."),
        (None, 1, ".."),
    ],
)
def test_a_number_has_a_hard_space_a_comma_and_a_true_minus_and_is_rounded_half_up(
    value: float | Decimal | None, decimals: int, text: str
) -> None:
    assert number(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (12, 0, "+12"),
        (-7, 0, "\N{MINUS SIGN}7"),
        (0, 0, "0"),
        (0.04, 1, "0,0"),
        (-0.04, 1, "0,0"),
        (23.4, 1, "+23,4"),
        (None, 0, ".."),
    ],
)
def test_a_difference_shows_its_sign_and_nought_has_none(value: float | None, decimals: int, text: str) -> None:
    assert signed(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "text"), [(433.0, "433"), (409.6, "409,6"), (23.04, "23"), (0.5, "0,5"), (-6.5, "\N{MINUS SIGN}6,5")]
)
def test_the_shortest_number_leaves_out_a_decimal_of_nought(value: float, text: str) -> None:
    assert shortest(value) == text


def test_a_shortest_number_that_is_missing_is_two_dots() -> None:
    assert shortest(None) == ".."


def test_rounding_goes_away_from_zero_at_the_half() -> None:
    assert [rounded(0.5), rounded(1.5), rounded(-0.5), rounded(2.45, 1)] == [1, 2, -1, Decimal("2.5")]


def test_a_date_is_day_month_year_with_noughts() -> None:
    assert day(date(2014, 6, 5)) == "05.06.2014"
    assert day(None) == ".."


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")],
)
def test_a_list_of_names_has_commas_and_one_og(words: list[str], text: str) -> None:
    assert listed(words) == text


def test_a_list_may_end_with_another_word() -> None:
    assert listed(["real", "example"], "or") == "real eller example"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (31, "31"),
        (Decimal("7.25"), "7,25"),
        (Decimal("31.0"), "31"),
        (-1.5, "\N{MINUS SIGN}1,5"),
        (1889, "1889"),
        (999_999_999_999, "1e+12"),
        (10**12, "et altfor stort tall"),
        (-(10**400), "et altfor stort tall"),
        (float("inf"), "et altfor stort tall"),
        (float("nan"), "NaN"),
    ],
)
def test_an_exact_number_has_all_its_decimals_and_no_spaces(value: float | Decimal, text: str) -> None:
    assert exact(value) == text
