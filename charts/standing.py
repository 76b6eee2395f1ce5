"""The sentences that say where an evaluation stands: what print says leads, what we compute comes after."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from data.norwegian import number, shortest, signed

Row = Mapping[str, Any]

QUARTILES = {4: "øvre kvartil", 3: "nest øverste kvartil", 2: "nest nederste kvartil", 1: "nedre kvartil"}
BASIS = {
    "stated": "oppgitt",
    "derived": "avledet",
    "inferred": "sluttet",
    "computed": "beregnet",
    "fictional": "fiktiv",
}


def is_few(n: int, published_n: Sequence[int]) -> bool:
    """Return whether print rests on more municipalities than we hold, so that ours says nothing of the country."""
    return n < max(published_n, default=0)


def not_the_country(n: int) -> str:
    """Return the sentence that says how many municipalities we have figures for, and that they are not the country."""
    whom = "den ene kommunen" if n == 1 else f"de {number(n)} kommunene"
    return f"Dette er {whom} vi har tall for, ikke landet."


def said_n(n: int | None, basis: str | None) -> str:
    """Return how many a printed figure rests on, `n = 15`, and whether print says so itself."""
    if n is None:
        return "n ikke oppgitt"
    return f"n = {n}" if basis == "stated" else f"n = {n} {BASIS[basis or 'inferred']}"


def printed_mean(name: str, total: Row, size: str | None) -> str | None:
    """Return what print says of the group's mean and the distance to it, in points; None where it says nothing.

    The group is all of Norway, or with `size`, the label of a size group, those of that size.
    """
    if total["published_mean"] is None:
        return None
    whom = "alle norske kommuner" if size is None else f"kommuner med {size}"
    n = said_n(total["published_n"], total["published_n_basis"])
    return (
        f"På trykk er gjennomsnittet for {whom} {shortest(total['published_mean'])} poeng "
        f"({BASIS[total['published_basis']]}, {n}, {source(total['published_source'], total['published_place'])}). "
        f"{name} ligger {distance(total['published_difference'])}."
    )


def distance(difference: float) -> str:
    """Return how far above or below, in points."""
    if difference == 0:
        return "på samme poengsum"
    return f"{shortest(abs(difference))} poeng {'over' if difference > 0 else 'under'}"


def computed_standing(total: Row, size: str | None, *, too_few: bool) -> str:
    """Return the rank, mean and, where we hold enough of them, the quartile among those we have figures for.

    The group is all of the country, or with `size`, the label of a size group, those of that size.
    """
    n = total["n"]
    of_group = "" if size is None else f" med {size}"
    if n == 1:
        return f"Vi har ikke tall for andre kommuner{of_group} her: ikke sammenlignet (n = 1)."
    if total["rank"] is None:
        return f"Blant de {number(n)} kommunene{of_group} vi har tall for: ikke sammenlignet (n = {number(n)})."
    weight = "" if total["matters"] else ", for lite til å tillegges vekt"
    told = (
        f"Blant de {number(n)} kommunene{of_group} vi har tall for: nr. {number(total['rank'])}. Gjennomsnittet er "
        f"{number(total['mean'], 1)} poeng, avstanden {signed(total['difference'], 1)}{weight}."
    )
    if too_few:
        return told
    best = " Det er blant de 25 % beste." if total["rank"] <= n / 4 else ""
    return f"{told} Poengsummen ligger i {QUARTILES[total['quartile']]}.{best}"


def printed_statement(row: Row, area_names: Mapping[int, str]) -> str:
    """Return a printed statement of rank, quartile or gold star in our words, with its place."""
    what = "Totalt" if row["area"] == 0 else f"Område {row['area']} {area_names.get(row['area'], '')}".rstrip()
    n = row["of_n"]
    where = "i Norge" if row["group_code"] == "all" else f"blant kommuner med {row['group_label']}"
    told = {
        "rank": f"nr. {row['value']}{f' av {n}' if n else ''} {where}",
        "rank_ever": f"nr. {row['value']} av alle som noen gang er målt {where}",
        "quartile": f"{QUARTILES.get(row['value'], '')}{f' blant {n}' if n else ''} {where}",
        "gold_star": "gullstjerne for beste praksis",
    }[row["kind"]]
    note = f" ({row['note']})" if row["note"] else ""
    return f"{what}: {told}{note}. {source(row['source'], row['place'])}."


def source(document: str | None, place: str | None) -> str:
    """Return a document and the place in it in short, `KS-K rapport 3/2018, s. 7` or `ulstein.kommune.no, artikkel`."""
    name = (document or "kilde ikke oppgitt").split(" (")[0]
    if name.startswith(("http://", "https://")):
        name = (urlsplit(name).hostname or name).removeprefix("www.")
    return f"{name}, {place}" if place else name
