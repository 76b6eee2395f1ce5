"""Charts: constant Vega-Lite specifications, the rows they draw, and descriptions of the same values as text."""
