"""The rows of the four files of the example dataset."""

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


def evaluation_row(one: Evaluation) -> Row:
    """Return one row of evaluations.csv."""
    where = one.municipality
    hemne = where.name == HEMNE
    basis = "inferred" if hemne and one.year == 2011 else "stated"
    return {
        "municipality_number": where.number,
        "municipality": where.name,
        "county": "Sør-Trøndelag" if where.county == "Trøndelag" and one.year < 2018 else where.county,
        "year": one.year,
        "year_basis": basis,
        "version": one.version,
        "version_basis": basis,
        **population_then(where, one.year),
        "income_group": where.income_group,
        "kostra_group": where.kostra_group,
        "report": "3/2018" if hemne and one.year == 2018 else "",
        "source": printed.SOURCES[one.year] if hemne else printed.FICTIONAL,
    }


def population_then(where: Municipality, year: int) -> Row:
    """Return the inhabitants with their date; of the real places only 2016 is used."""
    if not where.invented:
        return {"population": where.population, "population_date": "2016-01-01"}
    # The change is so slight that a municipality stays in its size group.
    then = round(where.population * (1 - 0.001 * (2018 - year)))
    return {"population": then, "population_date": f"{year}-01-01"}


def point_rows(one: Evaluation, questions: Mapping[str, float]) -> Iterator[Row]:
    """Give the rows of points.csv for one evaluation: total, areas, questions."""
    figures = {"0": str(one.total), **{str(area): str(points) for area, points in enumerate(one.areas, 1)}}
    figures.update({code: f"{points:.1f}" for code, points in questions.items()})
    origins = hemne_origins(one.year) if one.municipality.name == HEMNE else {}
    for code, points in figures.items():
        origin = origins.get(code, {"basis": "fictional", "source": printed.FICTIONAL, "place": "", "note": ""})
        yield {**identity(one), "code": code, "points": points, **origin}


def hemne_origins(year: int) -> dict[str, dict[str, str]]:
    """Return basis, source, place and note of Hemne's printed figures by code."""
    areas = {area: row for (printed_year, area), row in printed.area_rows().items() if printed_year == year}
    origins = {str(area): origin(row["points_basis"], row["place"], row["note"]) for area, row in areas.items()}
    if year == 2018:
        for code, row in printed.question_rows().items():
            # A question is printed in the table on the first page of its area.
            origins[code] = origin(row["basis"], areas[int(code[0])]["place"], row["note"])
    return origins


def origin(basis: str, place: str, note: str) -> dict[str, str]:
    """Return where a printed figure comes from."""
    return {"basis": basis, "source": printed.REPORT, "place": place, "note": note}


def remark_rows(one: Evaluation, points: Mapping[str, float], asked: Sequence[Question], seed: int) -> Iterator[Row]:
    """Give the rows of remarks.csv for one evaluation."""
    random = Random(f"{seed} remarks {one.municipality.number} {one.year}")
    for area, kind, position, text in remarks(points, asked, random):
        yield {**identity(one), "area": area, "kind": kind, "position": position, "text": text, "place": ""}


def gold_star_rows(
    found: Sequence[Evaluation], points: QuestionPoints, maxima: Mapping[str, int], seed: int
) -> list[Row]:
    """Return Hemne's printed gold star and some fictional ones, never two on one question or at one place."""
    random = Random(f"{seed} gold stars")
    latest = {one.municipality.number: one for one in found if one.version == "2.1"}.values()
    hemne = next(one for one in latest if one.municipality.name == HEMNE)
    stars = {printed.GOLD_STAR: gold_star_of_hemne(hemne)}
    invented = [one for one in latest if one.municipality.invented]
    for one in random.sample(invented, len(invented)):
        own = points[one.municipality.number, one.year]
        high = [code for code in own if own[code] >= GOLD_STAR_SHARE * maxima[code] and code not in stars]
        if high and len(stars) <= GOLD_STARS:
            code = random.choice(high)
            stars[code] = {**identity(one), "code": code, "source": printed.FICTIONAL, "place": ""}
    return sorted(stars.values(), key=lambda row: str(row["municipality_number"]))


def gold_star_of_hemne(hemne: Evaluation) -> Row:
    """Return the row of the one gold star that is printed."""
    place = printed.gold_star_place()
    return {**identity(hemne), "code": printed.GOLD_STAR, "source": printed.REPORT, "place": place}


def identity(one: Evaluation) -> Row:
    """Return the columns that name an evaluation."""
    return {"municipality_number": one.municipality.number, "year": one.year, "version": one.version}
