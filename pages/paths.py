"""The addresses of the pages, read by the server before a page runs."""

FOLDERS = {
    "": "overview",
    "kommune": "municipality",
    "utvikling": "trend",
    "storrelsesgruppe": "size_groups",
    "beste-praksis": "best_practice",
    "tiltak": "programme",
    "oppfolging": "followup",
    "kommunestyret": "council_status",
    "sammenslaing": "merger",
    "last-opp": "upload",
    "metode": "method",
}
"""The folder of each page by its path, the first one first."""
