"""HTTP routes for files."""
