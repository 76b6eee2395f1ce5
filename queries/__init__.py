"""The questions asked of the store, and the comparisons made of the answers."""
