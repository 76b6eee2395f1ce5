"""Programmes and measures: what a municipality decides to do after an evaluation, as changes that can be undone."""
