"""Invented programmes of the example dataset, steered so that every verdict, status and level of evidence occurs."""
