"""New programmes and measures with what is known already: the evaluation, questions, whom to visit."""

from collections.abc import Iterable, Sequence

import polars as pl

from data.language import Sentence, _
from data.plans.rows import Measure, Programme, Target
from queries.best_practice import best_practices
from queries.evaluation import Evaluation
from queries.plan_editing import Measured
from queries.snapshot import Snapshot
from reports.address import Address


def new_programme(municipality: str, identifier: str, evaluation: Evaluation | None) -> Programme:
    """Return a programme with a name to change, and the evaluation that it is proposed to answer."""
    if evaluation is None:
        return Programme(municipality, _("Tiltak"), programme=identifier)
    return Programme(
        municipality,
        _("Etter evalueringen i {year}", year=evaluation.year),
        programme=identifier,
        evaluation_year=evaluation.year,
        evaluation_version=evaluation.version,
    )


def new_measure(
    snapshot: Snapshot, programme: Programme, identifier: str, measured: Measured, codes: Sequence[str]
) -> Measure:
    """Return an idea that is to lift these questions and areas; whom to visit stands among its activities."""
    visits = [] if measured.evaluation is None else _visits(snapshot, measured.evaluation, codes)
    return Measure(
        programme.programme,
        None,
        measure=identifier,
        status="idea",
        activities="\n".join(visits) or None,
        questions=tuple(Target(code) if "." in code else Target(area=int(code)) for code in codes),
    )


def codes_in(address: Address, labels: Iterable[str]) -> tuple[str, ...]:
    """Return the questions and areas of `nytt`, a comma-separated list, each once; others get a notice."""
    texts = [text.strip() for text in (address.parameter("nytt") or "").split(",") if text.strip()]
    known = {*labels}
    if unknown := [text[:20] for text in dict.fromkeys(texts) if text not in known]:
        notice = _("Underspørsmål eller område {texts:few} finnes ikke, og er sett bort fra.", texts=unknown)
        address.add_notice(notice)
    return tuple(text for text in dict.fromkeys(texts) if text in known)


def standing(measured: Measured, code: str) -> Sentence | None:
    """Return what the evaluation gave for a question or area, and what is the most; None for an unknown one."""
    if code not in measured.maxima:
        return None
    evaluation, points, maximum = measured.evaluation, measured.points.get(code), measured.maxima[code]
    if evaluation is None or points is None:
        return _("Høyst {maximum} poeng. Hva en evaluering ga, er ikke kjent her.", maximum=maximum)
    return _(
        "{name} hadde {points:tenths} av {maximum} poeng i {year}.",
        name=evaluation.name,
        points=points,
        maximum=maximum,
        year=evaluation.year_label,
    )


def _visits(snapshot: Snapshot, focus: Evaluation, codes: Sequence[str]) -> list[Sentence]:
    questions = tuple(code for code in codes if "." in code)
    if not questions:
        return []
    similar = best_practices(snapshot, focus, questions, most=1).filter(pl.col("similarity_rank") == 1)
    by_code = {row["code"]: row for row in similar.to_dicts()}
    return [
        _("Besøke {name}, som har {points:tenths} poeng på {code}.", **by_code[code])
        for code in questions
        if code in by_code
    ]
