"""Score sheets: Excel workbooks with evaluations, from the empty form to the confirmed import."""
