"""Score sheets: Excel workbooks with evaluations; templates, reading, checks and import."""
