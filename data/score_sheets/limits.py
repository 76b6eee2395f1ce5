"""Upper limits on what is read, against oversized or hostile files; far above what real score sheets need."""

FILE_MEGABYTES = 10
"""Also the bound of the uploader, in .streamlit/config.toml."""
FILE_BYTES = FILE_MEGABYTES * 1_000_000
UNPACKED_BYTES = 20_000_000
CELL_MARKS = 1_000_000
OTHER_MARKS = 200_000
PARTS = 500
FILES = 2_000
ROWS = 10_000
COLUMNS = 60
CELLS = 400_000
TEXT = 2_000
SHORT_TEXT = 200
FINDINGS = 500
FIRST_YEAR = 1990
MOST_INHABITANTS = 20_000_000
