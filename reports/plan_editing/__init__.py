"""What the forms of programmes and measures say: what they begin with, what was changed, and where to begin."""
