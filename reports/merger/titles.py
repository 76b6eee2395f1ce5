"""Titles of the steps: what was found, as a sentence that is true of the figures below it."""

from collections.abc import Mapping, Sequence

import polars as pl

from data.language import N_, Sentence, _, counted

Names = Mapping[str, str]


def in_area(title: Sentence, area: str) -> Sentence:
    """Return the title after the name of the area whose questions it is about; an empty name is all of them."""
    return _("{area}: {title}", area=area, title=title) if area else title


def in_short(judged: pl.DataFrame) -> Sentence:
    """Return in how many questions one is clearly best, and in how many all have a gap. One row per question."""
    led, gaps = (judged.filter(pl.col("verdict") == verdict).height for verdict in ("best", "common_gap"))
    if not led and not gaps:
        return _("Ingen er klart best i noe, og ingen mangel er felles")
    if not led:
        return _("Ingen er klart best i noe, og {gaps} av {n} er felles mangler", gaps=gaps, n=judged.height)
    if not gaps:
        return _("Én er klart best i {led} av {n}, og ingen mangel er felles", led=led, n=judged.height)
    return counted(
        "Én er klart best i {led} av {all}, og {n} er en felles mangel",
        "Én er klart best i {led} av {all}, og {n} er felles mangler",
        gaps,
        led=led,
        all=judged.height,
    )


def who_is_best(judged: pl.DataFrame, names: Names) -> Sentence:
    """Return who is best in how many questions, most first; those with as many are named together."""
    leaders = judged.filter(pl.col("verdict") == "best")["leader"].to_list()
    if not leaders:
        return _("Ingen er klart best i noe av {n}", n=judged.height)
    times = {name: leaders.count(number) for number, name in names.items()}
    (first, most), *others = [
        (tuple(name for name in names.values() if times[name] == n), n)
        for n in sorted({*times.values()} - {0}, reverse=True)
    ]
    best = _("{names} er best i {n} av {all}", names=first, n=most, all=judged.height)
    if len(first) > 1:
        best = _("{best} hver", best=best)
    rest = [
        _("{names} i {n} hver", names=who, n=n) if len(who) > 1 else _("{names} i {n}", names=who, n=n)
        for who, n in others
    ]
    return _and(best, rest)


def _and(first: Sentence, rest: Sequence[Sentence]) -> Sentence:
    """Return `Hemne er best i 14 av 45, Halsa i 6 og Snillfjord i 4`."""
    return _("{parts}", parts=[first, *rest]) if rest else first


def common_gaps(judged: pl.DataFrame, n: int, share: int) -> Sentence:
    """Return in how many questions all of the `n` municipalities lie below a share, in percent, of the maximum."""
    gaps = judged.filter(pl.col("verdict") == "common_gap").height
    if not gaps:
        return _("Ingen felles mangler")
    below = _("halvparten") if share == 50 else _("{share} prosent", share=share)
    who = _("Begge") if n == 2 else _("Alle {n}", n=_(WORDS[n]) if n in WORDS else n)
    return _("{who} ligger under {below} i {gaps} av {all}", who=who, below=below, gaps=gaps, all=judged.height)


WORDS = {3: N_("tre"), 4: N_("fire"), 5: N_("fem"), 6: N_("seks")}


def transfers(transferred: pl.DataFrame, of: int, names: Names) -> Sentence:
    """Return in how many `of` the questions practice can be taken over, and from whom.

    One row per question, giver and taker.
    """
    if transferred.is_empty():
        return _("Ingen ligger langt nok foran til at de andre kan hente praksis")
    by_giver = transferred.group_by("from").agg(n=pl.col("code").n_unique())
    times = dict(by_giver.iter_rows())
    givers = [
        _("{name} i {n}", name=name, n=times[number])
        for number, name in sorted(names.items(), key=lambda item: -times.get(item[0], 0))
        if number in times
    ]
    n = transferred["code"].n_unique()
    return _("Praksis kan hentes i {n} av {all}: fra {givers}", n=n, all=of, givers=givers)


def marked(questions: int, transfers: int) -> Sentence:
    """Return how much is marked for decision."""
    if not questions and not transfers:
        return _("Ingenting er merket til vedtak ennå")
    parts = [
        *([counted("{n} underspørsmål", "{n} underspørsmål", questions)] if questions else []),
        *([counted("{n} overføring", "{n} overføringer", transfers)] if transfers else []),
    ]
    return _("Til vedtak: {parts}", parts=parts)


def areas(measured: pl.DataFrame, names: Names) -> Sentence:
    """Return who is clearly highest on how many areas. One row per area and the total (0); see `area_table`."""
    known = measured.filter((pl.col("area") > 0) & (pl.col("n") > 1))
    clear = known.filter(pl.col("matters"))["who"].list.first().to_list()
    if known.is_empty():
        return total(measured, names)
    if not clear:
        return _("Ingen er klart høyest på noe område")
    times = {name: clear.count(number) for number, name in names.items()}
    (first, most), *others = sorted(times.items(), key=lambda item: -item[1])
    best = _("{name} er klart høyest på {n} av {all} områder", name=first, n=most, all=known.height)
    rest = [_("{name} på {n}", name=name, n=n) for name, n in others if n]
    return _and(best, rest)


def total(measured: pl.DataFrame, names: Names) -> Sentence:
    """Return who has the highest total, by how much, or that it does not matter. `names` are with years."""
    row = measured.row(by_predicate=pl.col("area") == 0, named=True)
    points = {names[number]: row[number] for number in names if row[number] is not None}
    if len(points) < 2:
        return _("{names} side om side", names=list(names.values()))
    parts = [
        _("{name} {points}", name=name, points=value)
        for name, value in sorted(points.items(), key=lambda item: -item[1])
    ]
    if row["matters"]:
        return _("Høyest total har {name} med {points}", name=names[row["who"][0]], points=row["best"])
    return _("Forspranget i total er for lite til å tillegges vekt: {totals}", totals=parts)
