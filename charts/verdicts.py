"""The words of a merger: verdicts, and the five sentences a chairperson reads aloud."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from data.norwegian import listed, number, shortest

Names = Mapping[str, str]
Row = Mapping[str, Any]

VERDICTS = {
    "best": "én er best",
    "common_gap": "felles mangel",
    "equal": "likt",
    "divided": "delt",
    "not_comparable": "ikke sammenlignbart",
}
EQUALS = "Kommunene er likeverdige her: poeng legges aldri sammen, og ingen veies etter innbyggertall."
TODAY = "Dette er det beste som finnes hos dem i dag, ikke en prognose for den nye kommunen."


def verdict_rules(limits: Mapping[str, int]) -> str:
    """Return how a verdict is reached, in the order the rules are asked."""
    return (
        "Dommen er den første som passer. Ikke sammenlignbart: færre enn to har tallet. Én er best: den beste har "
        f"minst {limits['leader_share']}\u00a0% av maksimum og ligger minst {limits['lead_share']}\u00a0% av maksimum "
        f"foran nummer to. Felles mangel: alle er under {limits['common_gap_share']}\u00a0%. Likt: høyest og lavest "
        f"skiller mindre enn {limits['question_difference']}\u00a0% av maksimum. Delt: alt annet."
    )


def verdict_text(row: Row, names: Names) -> str:
    """Return the verdict on one question in words, with who is best and by how much."""
    if row["verdict"] != "best":
        return VERDICTS[row["verdict"]].capitalize()
    return f"{names[row['leader']]} er best, {number(row['lead'], 1)} foran"


def no_verdicts(part: Sequence[str], version: str | None) -> str:
    """Return why there are no verdicts, where fewer than two have figures for the questions."""
    if version is None:
        return "Underspørsmålene i versjonen de er målt med, er ikke publisert. Områdene og totalen kan sammenlignes."
    if not part:
        return f"Ingen av dem har poeng for underspørsmålene i versjon {version}. Derfor gis ingen dommer."
    return (
        f"Bare {part[0]} har poeng for underspørsmålene i versjon {version}. Dommer gis først når minst to har det; "
        "områdene og totalen vises så langt de er kjent."
    )


def without_questions(missing: Sequence[str], version: str | None) -> str:
    """Return who takes no part in the verdicts, and why."""
    return f"{listed(missing)} er ikke med i dommene: poengene for underspørsmålene i versjon {version} er ikke kjent."


def summary(
    verdicts: pl.DataFrame,
    transfers: pl.DataFrame,
    gaps: pl.DataFrame,
    part: Sequence[str],
    version: str,
    names: Names,
    limits: Mapping[str, int],
) -> list[str]:
    """Return five sentences: among whom, who is best, what all lack, the rest, and what can be taken over."""
    return [
        _among(verdicts, part, version),
        _best(verdicts, names),
        _lacking(gaps, names, limits["common_gap_share"]),
        _others(verdicts),
        _taking_over(verdicts, transfers, names),
    ]


def _among(verdicts: pl.DataFrame, part: Sequence[str], version: str) -> str:
    return (
        f"{listed(part)} er sammenlignet som likeverdige i {verdicts.height} underspørsmål, alle målt med "
        f"versjon {version} av Kommunekompasset."
    )


def _best(verdicts: pl.DataFrame, names: Names) -> str:
    led = verdicts.filter(pl.col("verdict") == "best")
    if led.is_empty():
        return f"Ingen er klart best i noe av de {verdicts.height} underspørsmålene."
    counted = {name: led.filter(pl.col("leader") == key).height for key, name in names.items()}
    whose = listed([f"{name} i {n}" for name, n in sorted(counted.items(), key=lambda one: -one[1]) if n])
    return f"Én er klart best i {led.height} av {verdicts.height} underspørsmål: {whose}."


def _lacking(gaps: pl.DataFrame, names: Names, share: int) -> str:
    if gaps.is_empty():
        return f"I ingen underspørsmål som kan sammenlignes, ligger alle under {share} prosent av poengene."
    most = gaps.filter(pl.col("at_stake") == pl.col("at_stake").max())
    row = most.row(0, named=True)
    among = "blant annet i" if most.height > 1 else "i"
    return (
        f"I {gaps.height} underspørsmål ligger alle under {share} prosent av poengene; mest står igjen {among} "
        f"{row['code']} {row['label']}, der den beste, {_who(row, names)}, har {shortest(row['best'])} av "
        f"{row['maximum_points']}."
    )


def _taking_over(verdicts: pl.DataFrame, transfers: pl.DataFrame, names: Names) -> str:
    if transfers.is_empty():
        return "Ingen av dem har en praksis som er god nok, og langt nok foran, til at de andre kan overta den."
    most = transfers.filter(pl.col("points") == pl.col("points").max())
    among = "blant annet i" if most["code"].n_unique() > 1 else "i"
    first = most.row(0, named=True)
    row = verdicts.row(by_predicate=pl.col("code") == first["code"], named=True)
    behind = listed(
        [names[key] for key in most.filter(pl.col("code") == row["code"])["to"].unique(maintain_order=True)]
    )
    return (
        f"I {transfers['code'].n_unique()} underspørsmål kan praksis overføres fra en til en annen; størst er "
        f"avstanden {among} {row['code']} {row['label']}, der {_who(row, names)} har {shortest(first['points'])} poeng "
        f"mer enn {behind}."
    )


def _others(verdicts: pl.DataFrame) -> str:
    kinds = {kind: verdicts.filter(pl.col("verdict") == kind).height for kind in ("equal", "divided", "not_comparable")}
    told = {VERDICTS[kind]: n for kind, n in kinds.items() if n}
    if not told:
        return "Det er ingen andre underspørsmål enn disse."
    count = sum(told.values())
    rest = "I det siste underspørsmålet er bildet" if count == 1 else f"I de øvrige {count} underspørsmålene er bildet"
    return (
        f"{rest} {next(iter(told))}."
        if len(told) == 1
        else f"{rest} {listed([f'{what} i {n}' for what, n in told.items()])}."
    )


def _who(row: Row, names: Names) -> str:
    return listed([names[key] for key in row["who"]])
