"""Generates the example dataset from a seed; `python -m data.landscape` writes its files."""
