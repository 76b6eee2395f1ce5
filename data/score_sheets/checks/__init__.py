"""Checks what was read: within an evaluation, between files, and against the store."""
