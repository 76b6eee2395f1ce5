"""The rows of the four CSV files of the example dataset."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from data.landscape import printed
from data.landscape.history import Evaluation
from data.landscape.municipalities import Municipality
from data.landscape.names import HEMNE
from data.landscape.questions import Question
from data.landscape.remarks import remarks

Row = dict[str, object]
QuestionPoints = Mapping[tuple[str, int], Mapping[str, float]]

GOLD_STARS = 10
GOLD_STAR_SHARE = 0.85


def evaluation_row(evaluation: Evaluation) -> Row:
    """Return one row of evaluations.csv."""
    municipality = evaluation.municipality
    hemne = municipality.name == HEMNE
    basis = "inferred" if hemne and evaluation.year == 2011 else "stated"
    return {
        "municipality_number": municipality.number,
        "municipality": municipality.name,
        "county": "Sør-Trøndelag"
        if municipality.county == "Trøndelag" and evaluation.year < 2018
        else municipality.county,
        "year": evaluation.year,
        "year_basis": basis,
        "version": evaluation.version,
        "version_basis": basis,
        **population_then(municipality, evaluation.year),
        "income_group": municipality.income_group,
        "kostra_group": municipality.kostra_group,
        "report": "3/2018" if hemne and evaluation.year == 2018 else "",
        "source": printed.SOURCES[evaluation.year] if hemne else printed.FICTIONAL,
    }


def population_then(municipality: Municipality, year: int) -> Row:
    """Return population and its date; for the real places always that of 2016."""
    if not municipality.invented:
        return {"population": municipality.population, "population_date": "2016-01-01"}
    # Only 0.1 % a year, so that a municipality stays in its size group.
    population = round(municipality.population * (1 - 0.001 * (2018 - year)))
    return {"population": population, "population_date": f"{year}-01-01"}


def point_rows(evaluation: Evaluation, questions: Mapping[str, float]) -> Iterator[Row]:
    """Yield the rows of points.csv for one evaluation: total, areas, questions."""
    figures = {
        "0": str(evaluation.total),
        **{str(area): str(points) for area, points in enumerate(evaluation.areas, 1)},
    }
    figures.update({code: f"{points:.1f}" for code, points in questions.items()})
    sources = hemne_sources(evaluation.year) if evaluation.municipality.name == HEMNE else {}
    for code, points in figures.items():
        source_of_figure = sources.get(
            code, {"basis": "fictional", "source": printed.FICTIONAL, "place": "", "note": ""}
        )
        yield {**key_columns(evaluation), "code": code, "points": points, **source_of_figure}


def hemne_sources(year: int) -> dict[str, dict[str, str]]:
    """Return basis, source, place and note of Hemne's printed figures of a year, by code."""
    areas = {area: row for (printed_year, area), row in printed.area_rows().items() if printed_year == year}
    sources = {str(area): source_columns(row["points_basis"], row["place"], row["note"]) for area, row in areas.items()}
    if year == 2018:
        for code, row in printed.question_rows().items():
            # A question is printed in the table on the first page of its area.
            sources[code] = source_columns(row["basis"], areas[int(code[0])]["place"], row["note"])
    return sources


def source_columns(basis: str, place: str, note: str) -> dict[str, str]:
    """Return the columns that give the source of a printed figure."""
    return {"basis": basis, "source": printed.REPORT, "place": place, "note": note}


def remark_rows(
    evaluation: Evaluation, points: Mapping[str, float], instrument: Sequence[Question], seed: int
) -> Iterator[Row]:
    """Yield the rows of remarks.csv for one evaluation."""
    random = Random(f"{seed} remarks {evaluation.municipality.number} {evaluation.year}")
    for area, kind, position, text in remarks(points, instrument, random):
        yield {**key_columns(evaluation), "area": area, "kind": kind, "position": position, "text": text, "place": ""}


def gold_star_rows(
    all_evaluations: Sequence[Evaluation], points: QuestionPoints, maxima: Mapping[str, int], seed: int
) -> list[Row]:
    """Return Hemne's printed gold star and ten fictional ones, at most one per question and municipality."""
    random = Random(f"{seed} gold stars")
    latest = {
        evaluation.municipality.number: evaluation for evaluation in all_evaluations if evaluation.version == "2.1"
    }.values()
    hemne = next(evaluation for evaluation in latest if evaluation.municipality.name == HEMNE)
    stars = {printed.GOLD_STAR: gold_star_of_hemne(hemne)}
    invented = [evaluation for evaluation in latest if evaluation.municipality.invented]
    for evaluation in random.sample(invented, len(invented)):
        own_points = points[evaluation.municipality.number, evaluation.year]
        candidates = [
            code for code in own_points if own_points[code] >= GOLD_STAR_SHARE * maxima[code] and code not in stars
        ]
        if candidates and len(stars) <= GOLD_STARS:
            code = random.choice(candidates)
            stars[code] = {**key_columns(evaluation), "code": code, "source": printed.FICTIONAL, "place": ""}
    return sorted(stars.values(), key=lambda row: str(row["municipality_number"]))


def gold_star_of_hemne(hemne: Evaluation) -> Row:
    """Return the row of the one gold star that is printed."""
    place = printed.gold_star_place()
    return {**key_columns(hemne), "code": printed.GOLD_STAR, "source": printed.REPORT, "place": place}


def key_columns(evaluation: Evaluation) -> Row:
    """Return the columns that identify an evaluation."""
    return {
        "municipality_number": evaluation.municipality.number,
        "year": evaluation.year,
        "version": evaluation.version,
    }
