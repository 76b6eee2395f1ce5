"""The five sentences that summarise a merger, or why there are none."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from data.language import N_, P_, Sentence, _, counted
from reports.merger.verdict_labels import VERDICTS
from reports.table import Row

Names = Mapping[str, str]
EQUALS = N_("Kommunene er likeverdige her: poeng legges aldri sammen, og ingen veies etter innbyggertall.")


def no_verdicts(part: Sequence[str], version: str | None) -> Sentence:
    """Return why there are no verdicts. `part` are the labels of those with question figures, fewer than two."""
    if version is None:
        return _(
            "Underspørsmålene i versjonen de er målt med, er ikke publisert. Områdene og totalen kan sammenlignes."
        )
    if not part:
        return _(
            "Ingen av dem har poeng for underspørsmålene i versjon {version}. Derfor gis ingen dommer.",
            version=version,
        )
    return _(
        "Bare {name} har poeng for underspørsmålene i versjon {version}. Dommer gis først når minst to har det; "
        "områdene og totalen vises så langt de er kjent.",
        name=part[0],
        version=version,
    )


def without_questions(missing: Sequence[str], version: str | None) -> Sentence:
    """Return which municipalities are not part of the verdicts, and why."""
    return _(
        "{names} er ikke med i dommene: poengene for underspørsmålene i versjon {version} er ikke kjent.",
        names=list(missing),
        version=version,
    )


def summary(
    verdicts: pl.DataFrame,
    transfers: pl.DataFrame,
    gaps: pl.DataFrame,
    part: Sequence[str],
    version: str,
    names: Names,
    limits: Mapping[str, int],
) -> tuple[Sentence, ...]:
    """Return five sentences: who is compared, the best, common gaps, other verdicts, and transfers.

    Args:
        verdicts: one row per question; see queries/merger.py.
        transfers: one row per question, giver and receiver.
        gaps: one row per question with a common gap.
        part: labels of the municipalities with question figures.
        version: their version of the instrument.
        names: name by municipality key.
        limits: thresholds by name.
    """
    return (
        _among(verdicts, part, version),
        _best(verdicts, names),
        _lacking(gaps, names, limits["common_gap_share"]),
        _others(verdicts),
        _taking_over(verdicts, transfers, names),
    )


def _among(verdicts: pl.DataFrame, part: Sequence[str], version: str) -> Sentence:
    forms = P_(
        "{names} er sammenlignet som likeverdige i {n} underspørsmål, alle målt med versjon {version} av "
        "Kommunekompasset.",
        "{names} er sammenlignet som likeverdige i {n} underspørsmål, alle målt med versjon {version} av "
        "Kommunekompasset.",
    )
    return counted(*forms, verdicts.height, names=list(part), version=version)


def _best(verdicts: pl.DataFrame, names: Names) -> Sentence:
    led = verdicts.filter(pl.col("verdict") == "best")
    if led.is_empty():
        return _("Ingen er klart best i noe av de {n} underspørsmålene.", n=verdicts.height)
    times = {name: led.filter(pl.col("leader") == number).height for number, name in names.items()}
    most_first = sorted(times.items(), key=lambda name_and_times: -name_and_times[1])
    names_and_times = [_("{name} i {n}", name=name, n=n) for name, n in most_first if n]
    return _(
        "Én er klart best i {led} av {n} underspørsmål: {whose}.",
        led=led.height,
        n=verdicts.height,
        whose=names_and_times,
    )


def _lacking(gaps: pl.DataFrame, names: Names, share: int) -> Sentence:
    if gaps.is_empty():
        return _(
            "I ingen underspørsmål som kan sammenlignes, ligger alle under {share} prosent av poengene.", share=share
        )
    most = gaps.filter(pl.col("at_stake") == pl.col("at_stake").max())
    row = most.row(0, named=True)
    values = {
        "share": share,
        "question": _question(row),
        "who": _who(row, names),
        "best": row["best"],
        "maximum": row["maximum_points"],
    }
    one = P_(
        "I {n} underspørsmål ligger alle under {share} prosent av poengene; mest står igjen i {question}, der det "
        "høyeste er {best:shortest} av {maximum} ({who}).",
        "I {n} underspørsmål ligger alle under {share} prosent av poengene; mest står igjen i {question}, der det "
        "høyeste er {best:shortest} av {maximum} ({who}).",
    )
    one_of_several = P_(
        "I {n} underspørsmål ligger alle under {share} prosent av poengene; mest står igjen blant annet i "
        "{question}, der det høyeste er {best:shortest} av {maximum} ({who}).",
        "I {n} underspørsmål ligger alle under {share} prosent av poengene; mest står igjen blant annet i "
        "{question}, der det høyeste er {best:shortest} av {maximum} ({who}).",
    )
    return counted(*(one if most.height == 1 else one_of_several), gaps.height, **values)


def _taking_over(verdicts: pl.DataFrame, transfers: pl.DataFrame, names: Names) -> Sentence:
    if transfers.is_empty():
        return _("Ingen av dem har en praksis som er god nok, og langt nok foran, til at de andre kan overta den.")
    most = transfers.filter(pl.col("points") == pl.col("points").max())
    first = most.row(0, named=True)
    row = verdicts.row(by_predicate=pl.col("code") == first["code"], named=True)
    takers = most.filter(pl.col("code") == row["code"])["to"].unique(maintain_order=True)
    values = {
        "question": _question(row),
        "who": _who(row, names),
        "points": first["points"],
        "behind": [names[number] for number in takers],
    }
    one = P_(
        "I {n} underspørsmål kan praksis overføres fra en til en annen; størst er avstanden i {question}, der {who} "
        "har {points:shortest} poeng mer enn {behind}.",
        "I {n} underspørsmål kan praksis overføres fra en til en annen; størst er avstanden i {question}, der {who} "
        "har {points:shortest} poeng mer enn {behind}.",
    )
    one_of_several = P_(
        "I {n} underspørsmål kan praksis overføres fra en til en annen; størst er avstanden blant annet i "
        "{question}, der {who} har {points:shortest} poeng mer enn {behind}.",
        "I {n} underspørsmål kan praksis overføres fra en til en annen; størst er avstanden blant annet i "
        "{question}, der {who} har {points:shortest} poeng mer enn {behind}.",
    )
    forms = one if most["code"].n_unique() == 1 else one_of_several
    return counted(*forms, transfers["code"].n_unique(), **values)


def _others(verdicts: pl.DataFrame) -> Sentence:
    kinds = {kind: verdicts.filter(pl.col("verdict") == kind).height for kind in ("equal", "divided", "not_comparable")}
    times = {_(VERDICTS[kind]): n for kind, n in kinds.items() if n}
    n = sum(times.values())
    if not times:
        return _("Det er ingen andre underspørsmål enn disse.")
    if len(times) == 1:
        return counted(
            "I det siste underspørsmålet er bildet {verdict}.",
            "I de øvrige {n} underspørsmålene er bildet {verdict}.",
            n,
            verdict=next(iter(times)),
        )
    verdicts_and_times = [_("{verdict} i {n}", verdict=verdict, n=n) for verdict, n in times.items()]
    return _("I de øvrige {n} underspørsmålene er bildet {verdicts}.", n=n, verdicts=verdicts_and_times)


def _question(row: Row) -> Sentence:
    return _("{code} {label}", code=row["code"], label=row["label"])


def _who(row: Mapping[str, Any], names: Names) -> list[str]:
    return [names[number] for number in row["who"]]
