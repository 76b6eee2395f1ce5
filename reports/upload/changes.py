"""New and replaced figures of an import."""

from data.language import _, counted
from data.numbers import MISSING
from data.score_sheets.intake import Intake, Which
from reports.content import Content, Heading, Paragraph, Section, section
from reports.table import Column, Row, Table

SHOWN = 200


def changes(intake: Intake) -> Section:
    """Return the unchanged evaluations, and a table of the first 200 changes; its file has all."""
    unchanged = [Paragraph(_("{evaluation}: ingen endringer.", evaluation=named(which))) for which in intake.unchanged]
    nothing = Paragraph(_("Det er ingenting å lese inn.")) if intake.rows.evaluations.is_empty() else None
    return section("endringer", Heading(_("Dette endres")), *unchanged, *_table(intake), nothing)


def named(which: Which) -> str:
    """Return the label of an evaluation: `Hemne 2018, versjon 2.1`."""
    return _("{name} {year}, versjon {version}", name=which.name, year=which.year, version=which.version)


def _table(intake: Intake) -> tuple[Content, ...]:
    if intake.changes.is_empty():
        return ()
    shown, n = intake.changes.head(SHOWN), intake.changes.height
    table = Table("endringer-tabell", _("Nytt og erstattet"), _columns(), shown, more=lambda: intake.changes)
    if n <= SHOWN:
        return (table,)
    first = counted(
        "De {shown} første av {n} endring vises.", "De {shown} første av {n} endringer vises.", n, shown=SHOWN
    )
    return table, Paragraph(first, "caption")


def _columns() -> list[Column]:
    return [
        Column(_("Evaluering"), _evaluation),
        Column(_("Tall"), lambda row: " ".join(filter(None, [row["code"], row["label"]]))),
        Column(_("Nå"), "old", "number", shown=_old),
        Column(_("Blir"), "new", "number", shown=lambda row: row["new"] or MISSING),
    ]


def _evaluation(row: Row) -> str:
    return named(Which(row["name"], row["year"], row["version"], row["municipality"]))


def _old(row: Row) -> str:
    return row["old"] or _("nytt")
