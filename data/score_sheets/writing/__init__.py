"""Writes workbooks: the template to fill in, and the submitted workbook annotated with its findings."""
