"""SQL queries on the store, and the comparisons that Polars computes from their results."""
