"""The store with its schema, imports and migrations, the data that the program ships, and score sheets."""

import os

# Must be set before Polars is first imported. DuckDB aggregates the large tables; on the small frames that remain,
# Polars with several threads takes twice as long as with one.
os.environ.setdefault("POLARS_MAX_THREADS", "1")
