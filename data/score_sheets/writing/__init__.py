"""Writes workbooks: the form to fill in, and a handed-in one given back with its findings."""
