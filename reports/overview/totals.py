"""Ranked totals of one version family as of a year."""

from dataclasses import dataclass

import polars as pl

from charts.ranked_bars import RANKED_BARS, ranked_bars_rows, ranked_bars_text
from data.language import Sentence, _, counted, joined
from queries.caching import cached
from queries.ranking import quartile_bounds, ranked_in_year
from reports.choices import family_names
from reports.columns import municipality_column
from reports.content import Fold, Paragraph, Picture, Section, section
from reports.many import first_rows
from reports.origin import origin
from reports.pictures import picture
from reports.rank_sentences import QUARTILES, few
from reports.table import Column, Row, Table
from reports.view import View


@dataclass(frozen=True)
class Totals:
    """The totals shown: family, reference year, country, and key of the highlighted municipality (empty for none)."""

    family: int
    year: int
    country: str
    own: str


@cached
def totals(view: View, chosen: Totals) -> Section:
    """Return the ranked totals in a fold: in words, as a picture to take away, and as a table; n stands above.

    Empty where there are none. The picture is not drawn on the screen, where the heat map shows the same.
    """
    if _ranking(view, chosen).is_empty():
        return section("totaler")
    caption = Paragraph(_how_many(view, chosen), "caption")
    inside = (caption, _table(view, chosen), _picture(view, chosen))
    return section("totaler", Fold("totaler-alle", _title(view, chosen), inside))


def _ranking(view: View, chosen: Totals) -> pl.DataFrame:
    return ranked_in_year(view.snapshot, chosen.family, chosen.year, chosen.country)


def _title(view: View, chosen: Totals) -> str:
    return _(
        "Totaler med {versions}, siste evaluering til og med {year}",
        versions=family_names(view.snapshot)[chosen.family],
        year=chosen.year,
    )


def _too_few(view: View, chosen: Totals) -> bool:
    return few(view.snapshot, chosen.family, chosen.country, "all", _ranking(view, chosen).height)


def _how_many(view: View, chosen: Totals) -> str:
    n = _ranking(view, chosen).height
    if not _too_few(view, chosen):
        return _("n = {n:number}. Lik total gir lik plass.", n=n)
    return joined(_of_how_many(view, chosen, n), _("Rapportene bygger på flere; derfor vises ingen kvartiler her."))


def _of_how_many(view: View, chosen: Totals, n: int) -> Sentence:
    """Return how many municipalities have such a total: fewer than all in the store, and not the country."""
    return counted(
        "Dette er den ene kommunen vi har en total for med {versions} til og med {year}, ikke landet.",
        "Dette er de {n} kommunene vi har totaler for med {versions} til og med {year}, ikke landet.",
        n,
        versions=family_names(view.snapshot)[chosen.family],
        year=chosen.year,
    )


def _origin(view: View, chosen: Totals) -> tuple[str, ...]:
    ranking = _ranking(view, chosen)
    n = _("{title}: n = {n:number}.", title=_title(view, chosen), n=ranking.height)
    return origin(None, n, _how_many(view, chosen), sources=ranking["source"].unique().to_list())


def _picture(view: View, chosen: Totals) -> Picture:
    ranking = _ranking(view, chosen)
    bounds = None if _too_few(view, chosen) else quartile_bounds(ranking)
    drawn = (ranking, chosen.own, bounds)
    rows, description = ranked_bars_rows(*drawn), ranked_bars_text(*drawn)
    about = _origin(view, chosen)
    return picture(view, "totaler-soyler", _title(view, chosen), RANKED_BARS, rows, description, about)


def _table(view: View, chosen: Totals) -> Table:
    ranking, marked = _ranking(view, chosen), {"number": chosen.own}
    return Table(
        "totaler-tabell",
        _title(view, chosen),
        _columns(too_few=_too_few(view, chosen)),
        first_rows(ranking, marked),
        marked=marked,
        origin=_origin(view, chosen),
        more=lambda: _ranking(view, chosen),
        of=ranking.height,
    )


def _columns(*, too_few: bool) -> list[Column]:
    """Return the columns, without quartile where `too_few`."""
    return [
        municipality_column(),
        Column(_("Kommunenummer"), "number", only="file"),
        Column(_("Plass"), "rank", "number"),
        Column(_("Total"), "total", "number"),
        *([] if too_few else [Column(_("Kvartil"), _quartile)]),
        Column(_("Evaluert"), "year_label"),
        Column(_("Versjon"), "version"),
        Column(_("Innbyggere"), "population", "number", 0),
        Column(_("Innbyggertall per"), "population_date", only="file"),
        Column(_("Størrelsesgruppe"), "size_group"),
        Column(_("Kilde"), "source", only="file"),
    ]


def _quartile(row: Row) -> str | None:
    return None if row["quartile"] is None else _(QUARTILES[row["quartile"]])
