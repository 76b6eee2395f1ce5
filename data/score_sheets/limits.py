"""How much we are willing to read: many times what a score sheet or thirty years of history need."""

FILE_BYTES = 10_000_000
UNPACKED_BYTES = 20_000_000
PARTS = 500
FILES = 2_000
ROWS = 20_000
COLUMNS = 60
CELLS = 400_000
TEXT = 2_000
SHORT_TEXT = 200
FINDINGS = 500
FIRST_YEAR = 1990
MOST_INHABITANTS = 20_000_000
