"""Checks of submitted evaluations: within one, between files, and against the store."""
