"""A store that several servers share: PostgreSQL as catalogue, Parquet files in a folder or S3-like storage.

Every process reads from its own replica, an ordinary DuckDB file that follows the events of the lake. Nothing here is
imported while the store is a file.
"""
