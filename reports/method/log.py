"""The log of imports and undos."""

from data.imports import told_title
from data.language import N_, _
from queries.caching import cached_log
from queries.snapshot import log
from reports.content import Heading, Section, section
from reports.table import Column, Row, Table
from reports.view import View, day_in_oslo

KINDS = {"import": N_("import"), "plan": N_("tiltaksplan"), "undo": N_("angret"), "redo": N_("tatt fram igjen")}
ANOTHER_KIND = N_("annet")


@cached_log
def events(view: View) -> Section:
    """Return the events of the dataset, newest first."""
    columns = [
        Column(_("Hendelse"), "event", "number"),
        Column(_("Dato"), lambda row: day_in_oslo(row["happened_at"])),
        Column(_("Slag"), lambda row: _(KINDS.get(row["kind"], ANOTHER_KIND))),
        Column(_("Hva"), lambda row: told_title(row["title"])),
        Column(_("Evalueringer"), "evaluations", "number"),
        Column(_("Angret av"), "undone_by", shown=_undone_by),
    ]
    note = _("En tidligere stand vises med «stand=» og hendelsens nummer i adressen.")
    table = Table("logg-tabell", _("Importer og angringer"), columns, log(view.snapshot), notes=[note])
    return section("logg", Heading(_("Logg over importer")), table)


def _undone_by(row: Row) -> str:
    return "" if row["undone_by"] is None else str(row["undone_by"])
