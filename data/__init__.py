"""What is known and where it is kept: the store, the published figures and the example dataset."""

import os

# Set before Polars is first imported: DuckDB counts what is large, and handing the small frames that are left from
# thread to thread takes twice as long as the work itself.
os.environ.setdefault("POLARS_MAX_THREADS", "1")
