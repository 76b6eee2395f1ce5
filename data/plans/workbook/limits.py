"""Upper limits of a plan's workbook, beside those of every workbook (data/score_sheets/limits.py)."""

MEASURES = 1_000
TEXT = 32_767
"""What one cell of Excel holds; a longer text is cut in the workbook and stays whole in the store."""
MOST_UNITS = 1_000_000
MOST_KRONER = 999_999_999_999
MOST_POINTS = 9_999
FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Years of plans: only to find slips of the finger."""
EMPTY_ROWS = 40
"""Rows to fill in below those that a sheet has."""
