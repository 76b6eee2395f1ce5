"""The queries asked of the store, and the comparisons made of the answers."""
