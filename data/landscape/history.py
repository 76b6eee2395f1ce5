"""The evaluations of the example dataset, with invented area points for the earlier ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from data.landscape.areas import HIGHEST_POINTS, LOWEST_POINTS, OTHERS_HIGHEST, POLITICAL_CONTROL
from data.landscape.municipalities import HEMNE_TOTAL, Municipality
from data.landscape.names import HALSA, HEMNE, SNILLFJORD

# Invented, but they add up to the 440 that the report prints for Hemne's earlier evaluation.
HEMNE_2011_AREAS = [35, 31, 72, 68, 60, 45, 64, 65]
HEMNE_2007_AREAS = [41, 36, 58, 55, 44, 47, 39, 52]
# Mean change in points from 2.0 to 2.1, which removed easy items, most of them in areas 7 and 8.
DRIFT_TO_2_1 = (0.6, 0.4, 0.9, 0.3, 0.5, 0.2, -3.4, -1.8)
MEASURED_WITH_2_0 = 24
IMPROVERS = 4
MEASURED_TWICE_WITH_2_1 = 6
MEASURED_WITH_1_0 = 3


@dataclass(frozen=True)
class Evaluation:
    """One evaluation of the example dataset, without its questions."""

    municipality: Municipality
    year: int
    version: str
    total: int
    areas: list[int]


def evaluations(
    all_municipalities: Sequence[Municipality], latest: Mapping[str, list[int]], seed: int
) -> list[Evaluation]:
    """Return all evaluations, ordered by municipality number and year."""
    random = Random(f"{seed} history")
    by_name = {municipality.name: municipality for municipality in all_municipalities}
    all_evaluations = [*hemne_evaluations(by_name[HEMNE], latest[HEMNE])]
    all_evaluations += [
        Evaluation(by_name[name], 2018, "2.1", by_name[name].total, latest[name]) for name in (HALSA, SNILLFJORD)
    ]
    all_evaluations += invented_evaluations(
        [municipality for municipality in all_municipalities if municipality.invented], latest, random
    )
    return sorted(all_evaluations, key=lambda evaluation: (evaluation.municipality.number, evaluation.year))


def hemne_evaluations(hemne: Municipality, areas: list[int]) -> list[Evaluation]:
    """Return Hemne's three evaluations; printed are the total of 2011 and all figures of 2018."""
    return [
        Evaluation(hemne, 2007, "1.0", sum(HEMNE_2007_AREAS), HEMNE_2007_AREAS),
        Evaluation(hemne, 2011, "2.0", sum(HEMNE_2011_AREAS), HEMNE_2011_AREAS),
        Evaluation(hemne, 2018, "2.1", HEMNE_TOTAL, areas),
    ]


def invented_evaluations(
    invented: Sequence[Municipality], latest: Mapping[str, list[int]], random: Random
) -> list[Evaluation]:
    """Return the evaluations of the invented municipalities: one of version 2.1 each, for some also earlier ones."""
    shuffled = random.sample(invented, len(invented))
    twice, with_2_0 = shuffled[:MEASURED_TWICE_WITH_2_1], shuffled[3 : 3 + MEASURED_WITH_2_0]
    all_evaluations = []
    for municipality in shuffled:
        year = 2018 if municipality in twice else random.choice((2016, 2017, 2017, 2018, 2018))
        all_evaluations.append(Evaluation(municipality, year, "2.1", municipality.total, latest[municipality.name]))
    all_evaluations += [
        earlier_evaluation(municipality, latest, 2016, "2.1", (1.5,) * 8, random) for municipality in twice
    ]
    for index, municipality in enumerate(with_2_0):
        all_evaluations.append(measured_with_2_0(municipality, latest, index < IMPROVERS, random))
    all_evaluations += [earlier_evaluation(municipality, latest, random.randint(2005, 2009), "1.0", (4.0,) * 8, random)
              for municipality in with_2_0[-MEASURED_WITH_1_0:]]  # fmt: skip
    return all_evaluations


def measured_with_2_0(
    municipality: Municipality, latest: Mapping[str, list[int]], improver: bool, random: Random
) -> Evaluation:
    """Return an evaluation of 2010–2015; an improver has gained clearly since, the others little."""
    gain = 5.5 if improver else random.gauss(0, 1.2)
    return earlier_evaluation(
        municipality, latest, random.randint(2010, 2015), "2.0", [drift + gain for drift in DRIFT_TO_2_1], random
    )


def earlier_evaluation(
    municipality: Municipality,
    latest: Mapping[str, list[int]],
    year: int,
    version: str,
    gains: Sequence[float],
    random: Random,
) -> Evaluation:
    """Return an earlier evaluation: the latest area points minus random gains with these means."""
    areas = []
    for index, (points, gain) in enumerate(zip(latest[municipality.name], gains, strict=True)):
        highest = OTHERS_HIGHEST if index == POLITICAL_CONTROL - 1 else HIGHEST_POINTS[index]
        areas.append(min(max(round(points - random.gauss(gain, 4)), LOWEST_POINTS[index]), highest))
    return Evaluation(municipality, year, version, sum(areas), areas)
