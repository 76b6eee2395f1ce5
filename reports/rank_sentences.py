"""Sentences on rank, mean and quartile, printed and computed. Printed figures take precedence."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from data.language import N_, Sentence, _, counted, joined
from queries.caching import cached
from queries.snapshot import Snapshot, cached_query
from reports.origin import source

Row = Mapping[str, Any]

QUARTILES = {
    4: N_("øvre kvartil"),
    3: N_("nest øverste kvartil"),
    2: N_("nest nederste kvartil"),
    1: N_("nedre kvartil"),
}
BASIS = {
    "stated": N_("oppgitt"),
    "derived": N_("avledet"),
    "inferred": N_("sluttet"),
    "computed": N_("beregnet"),
    "fictional": N_("fiktiv"),
}


def few(snapshot: Snapshot, family: int, country: str, group: str | None, n: int) -> bool:
    """Return whether a printed figure of the group has a larger n, in which case computed quartiles are not shown.

    `group` is `all` of a country or a size group such as `size_1`, or None for a group without printed figures.
    Printed figures of any year count: a small sample does not represent the country in any year.
    """
    return is_few(n, _published_n(snapshot, family, country, group))


@cached
def _published_n(snapshot: Snapshot, family: int, country: str, group: str | None) -> Sequence[int]:
    same_group = (pl.col("country") == country) & (pl.col("group_code") == (group or ""))
    references = cached_query(snapshot, "references").filter(same_group, pl.col("family") == family)
    statements = cached_query(snapshot, "statements", municipality=None).filter(same_group)
    return [*references["n"].drop_nulls(), *statements["of_n"].drop_nulls()]


def is_few(n: int, published_n: Sequence[int]) -> bool:
    """Return whether n is smaller than the largest printed n."""
    return n < max(published_n, default=0)


def not_the_country(n: int) -> Sentence:
    """Return the sentence that the n municipalities in the store do not represent the country."""
    return counted(
        "Dette er den ene kommunen vi har tall for, ikke landet.",
        "Dette er de {n} kommunene vi har tall for, ikke landet.",
        n,
    )


def said_n(n: int | None, basis: str | None) -> str:
    """Return the n of a printed figure, `n = 15`, with its basis unless stated in print."""
    if n is None:
        return _("n ikke oppgitt")
    if basis == "stated":
        return _("n = {n}", n=n)
    return _("n = {n} {basis}", n=n, basis=_(BASIS[basis or "inferred"]))


def printed_mean(name: str, total: Row, size: str | None) -> str | None:
    """Return the printed mean of the group and the distance to it in points; None where there is none.

    `size` is the label of a size group; None is all of Norway.
    """
    if total["published_mean"] is None:
        return None
    values = {
        "mean": total["published_mean"],
        "basis": _(BASIS[total["published_basis"]]),
        "n": said_n(total["published_n"], total["published_n_basis"]),
        "source": source(total["published_source"], total["published_place"]),
        "size": size,
    }
    mean = (
        _(
            "På trykk er gjennomsnittet for alle norske kommuner {mean:shortest} poeng ({basis}, {n}, {source}).",
            **values,
        )
        if size is None
        else _(
            "På trykk er gjennomsnittet for kommuner med {size} {mean:shortest} poeng ({basis}, {n}, {source}).",
            **values,
        )
    )
    return joined(mean, _("{name} ligger {distance}.", name=name, distance=distance(total["published_difference"])))


def distance(difference: float) -> str:
    """Return a difference in points as «over» or «under»."""
    if difference == 0:
        return _("på samme poengsum")
    if difference > 0:
        return _("{points:shortest} poeng over", points=difference)
    return _("{points:shortest} poeng under", points=-difference)


def computed_standing(total: Row, size: str | None, *, too_few: bool) -> str:
    """Return rank, mean and, unless `too_few`, quartile among the municipalities in the store.

    `total` is the row of area 0 of `profile`. `size` is the label of a size group; None is the whole country.
    """
    n = total["n"]
    if n == 1:
        return (
            _("Vi har ikke tall for andre kommuner her: ikke sammenlignet (n = 1).")
            if size is None
            else _("Vi har ikke tall for andre kommuner med {size} her: ikke sammenlignet (n = 1).", size=size)
        )
    if total["rank"] is None:
        return (
            _("Blant de {n:number} kommunene vi har tall for: ikke sammenlignet (n = {n:number}).", n=n)
            if size is None
            else _(
                "Blant de {n:number} kommunene med {size} vi har tall for: ikke sammenlignet (n = {n:number}).",
                n=n,
                size=size,
            )
        )
    return joined(_rank(total, size), _distance_to_mean(total), *([] if too_few else _quartile(total)))


def _rank(total: Row, size: str | None) -> Any:
    values = {"n": total["n"], "rank": total["rank"], "size": size}
    if size is None:
        return _("Blant de {n:number} kommunene vi har tall for: nr. {rank:number}.", **values)
    return _("Blant de {n:number} kommunene med {size} vi har tall for: nr. {rank:number}.", **values)


def _distance_to_mean(total: Row) -> Any:
    values = {"mean": total["mean"], "distance": total["difference"]}
    if total["matters"]:
        return _("Gjennomsnittet er {mean:tenths} poeng, avstanden {distance:signed_tenths}.", **values)
    return _(
        "Gjennomsnittet er {mean:tenths} poeng, avstanden {distance:signed_tenths}, for lite til å tillegges vekt.",
        **values,
    )


def _quartile(total: Row) -> list[Any]:
    sentences = [_("Poengsummen ligger i {quartile}.", quartile=_(QUARTILES[total["quartile"]]))]
    # Not the same as the upper quartile: with ties at its bound, more than a quarter of the municipalities are in it.
    if total["rank"] <= total["n"] / 4:
        sentences.append(_("Det er blant de 25 % beste."))
    return sentences


def printed_statement(row: Row, area_names: Mapping[int, str]) -> str:
    """Return a printed statement of rank, quartile or gold star with its source and page."""
    values = {
        "what": _("Totalt")
        if row["area"] == 0
        else _("Område {area} {name}", area=row["area"], name=area_names.get(row["area"], "")).rstrip(),
        "where": _("i Norge")
        if row["group_code"] == "all"
        else _("blant kommuner med {size}", size=row["group_label"]),
        "value": row["value"],
        "n": row["of_n"],
    }
    sentence = _statement(row, values)
    if row["note"]:
        sentence = _("{told} ({note})", told=sentence, note=row["note"])
    return _("{told}. {source}.", told=sentence, source=source(row["source"], row["place"]))


def _statement(row: Row, values: Mapping[str, Any]) -> str:
    kind, n = row["kind"], row["of_n"]
    if kind == "gold_star":
        return _("{what}: gullstjerne for beste praksis", **values)
    if kind == "rank_ever":
        return _("{what}: nr. {value} av alle som noen gang er målt {where}", **values)
    if kind == "about_mean":
        return _("{what}: omtrent på gjennomsnittet {where}", **values)
    if kind == "above_mean":
        return _("{what}: over gjennomsnittet {where}", **values)
    if kind == "rank_share":
        share = _("{what}: blant de {value} % høyeste {where}", **values)
        return _("{what}: blant de {value} % høyeste av {n} {where}", **values) if n else share
    if kind == "quartile":
        values = {**values, "quartile": _(QUARTILES.get(row["value"], ""))}
        return _("{what}: {quartile} blant {n} {where}", **values) if n else _("{what}: {quartile} {where}", **values)
    return _("{what}: nr. {value} av {n} {where}", **values) if n else _("{what}: nr. {value} {where}", **values)
