"""What is known and where it is kept: the store, the published figures and the example dataset."""
