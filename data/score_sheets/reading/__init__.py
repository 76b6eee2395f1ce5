"""Reads what people hand in: the file, its sheets, the cells, the evaluations."""
