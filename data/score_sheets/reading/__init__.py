"""Reads uploaded files: package, workbook, sheets, cells and evaluations."""
