"""The former name of `data.numbers`, for pages still on their way in; remove it once nothing imports it."""

from data.numbers import (
    HARD_SPACE,
    MINUS,
    MISSING,
    TOO_LARGE,
    day,
    exact,
    first_lower,
    first_upper,
    listed,
    listed_few,
    number,
    rounded,
    shortest,
    signed,
)

__all__ = [
    "HARD_SPACE",
    "MINUS",
    "MISSING",
    "TOO_LARGE",
    "day",
    "exact",
    "first_lower",
    "first_upper",
    "listed",
    "listed_few",
    "number",
    "rounded",
    "shortest",
    "signed",
]
