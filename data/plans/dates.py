"""Dates as exact as they are known: `2013`, `2013-03` or `2013-03-15`."""

import re
from calendar import monthrange
from datetime import date

KNOWN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def first_day(known: str) -> date | None:
    """Return the first day that a date as exact as known can mean, None if it is not a date."""
    match = KNOWN.fullmatch(known)
    if match is None:
        return None
    year, month, day = (int(part or 1) for part in match.groups())
    return _day(year, month, day)


def last_day(known: str) -> date | None:
    """Return the last day that a date as exact as known can mean, None if it is not a date."""
    match, first = KNOWN.fullmatch(known), first_day(known)
    if match is None or first is None:
        return None
    month = int(match[2] or 12)
    return date(first.year, month, int(match[3] or monthrange(first.year, month)[1]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
