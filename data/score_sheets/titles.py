"""The title of an import in the log."""

from data.language import Sentence, _
from data.score_sheets.intake import Intake

NAMED = 3
BEFORE_THE_REST = 2


def import_title(intake: Intake) -> Sentence:
    """Return what is imported: `Hemne 2018`, or `Hemne 2018, Halsa 2018 og 3 til`."""
    rows = intake.rows.evaluations.select("municipality", "year").iter_rows()
    names = tuple(dict.fromkeys(_("{name} {year}", name=name, year=year) for name, year in rows))
    if len(names) > NAMED:
        first, rest = names[:BEFORE_THE_REST], len(names) - BEFORE_THE_REST
        return _("{evaluations:commas} og {n:number} til", evaluations=first, n=rest)
    return _("{evaluations}", evaluations=names)
