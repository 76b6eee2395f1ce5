"""Hva bør dere gjøre nå: the questions within reach, and the weaknesses written of their areas."""

import polars as pl

from data.language import Sentence, _
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.snapshot import cached_query
from queries.within_reach import SHARE_LEFT, within_reach
from reports.content import Bullets, Fold, Heading, Item, Section, section
from reports.municipality.one_area import question_column
from reports.origin import origin
from reports.table import Column, Row, Table
from reports.view import View


@cached
def first_steps(view: View, focus: Evaluation, comparison: Comparison) -> Section:
    """Return the questions to begin with; an empty section where no question points are known or none is in reach."""
    worth_doing = within_reach(view.snapshot, focus, comparison)
    if worth_doing.is_empty():
        return section("naa")
    table = Table(
        "naa-tabell",
        _("{name} {year}: underspørsmål å begynne med", name=focus.name, year=focus.year_label),
        _columns(focus, comparison),
        worth_doing,
        notes=[_note(worth_doing["basis"][0], max(worth_doing["n"].to_list()))],
        origin=origin(focus),
    )
    return section("naa", Heading(_("Hva bør dere gjøre nå?")), table, _weaknesses(view, focus, worth_doing))


def _note(basis: str, n: int) -> Sentence:
    if basis == SHARE_LEFT:
        return _(
            "Det er for få å sammenligne med (n = {n:number}). Derfor står de underspørsmålene først der den største "
            "delen av maksimum gjenstår.",
            n=n,
        )
    return _(
        "Innen rekkevidde er det som mangler til øvre kvartil i sammenligningen (n = {n:number}), når det er minst "
        "10 % av maksimum. Et underspørsmål fører til hvem det kan læres av.",
        n=n,
    )


def _columns(focus: Evaluation, comparison: Comparison) -> list[Column]:
    return [
        question_column(focus, comparison),
        Column(_("Kode"), "code", only="file"),
        Column(_("Egne poeng"), "own", "number", shown=_of_maximum),
        Column(_("Maksimum"), "maximum_points", "number", only="file"),
        Column(_("Median"), "median", "number", 1),
        Column(_("Øvre kvartil"), "q3", "number", only="file"),
        Column(_("Innen rekkevidde"), "reach", "difference", 1),
        Column(_("Gjenstår av maksimum"), _share_left, "share"),
        Column(_("Klart foran i samme størrelse"), _ahead, "number"),
        Column("n", "n", "number", only="file"),
    ]


def _share_left(row: Row) -> float | None:
    """Return what the order goes by where nothing can be compared."""
    return row["share_left"] if row["basis"] == SHARE_LEFT else None


def _ahead(row: Row) -> int | None:
    return None if row["basis"] == SHARE_LEFT else row["ahead"]


def _of_maximum(row: Row) -> str:
    return _("{own:tenths} av {maximum}", own=row["own"], maximum=row["maximum_points"])


def _weaknesses(view: View, focus: Evaluation, worth_doing: pl.DataFrame) -> Fold | None:
    """Return the weaknesses that were written of the areas of the questions, to be read beside them."""
    areas = worth_doing["area"].unique(maintain_order=True).to_list()
    remarks = cached_query(view.snapshot, "remarks", evaluation=focus.evaluation).filter(
        pl.col("area").is_in(areas), pl.col("kind") == "weakness"
    )
    if remarks.is_empty():
        return None
    items = tuple(Item(row["text"], _("Område {area}:", area=row["area"])) for row in remarks.iter_rows(named=True))
    return Fold("naa-svakheter", _("Svakheter evaluererne skrev om disse områdene"), (Bullets(items),))
