"""Makes the example dataset from a seed: `python -m data.landscape` writes data/example/."""
