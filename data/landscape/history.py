"""Which evaluations there are in the example dataset, and the areas of the earlier ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from data.landscape.areas import HIGHEST_POINTS, LOWEST_POINTS, OTHERS_HIGHEST, POLITICAL_CONTROL
from data.landscape.municipalities import HEMNE_TOTAL, Municipality
from data.landscape.names import HALSA, HEMNE, SNILLFJORD

# Invented, but they add up to the 440 that the report prints for Hemne's earlier evaluation.
HEMNE_2011_AREAS = [35, 31, 72, 68, 60, 45, 64, 65]
HEMNE_2007_AREAS = [41, 36, 58, 55, 44, 47, 39, 52]
# Version 2.1 took easy items out: most in area 7, then in area 8.
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


def evaluations(everyone: Sequence[Municipality], latest: Mapping[str, list[int]], seed: int) -> list[Evaluation]:
    """Return every evaluation, by municipality number and year."""
    random = Random(f"{seed} history")
    by_name = {one.name: one for one in everyone}
    found = [*hemne_evaluations(by_name[HEMNE], latest[HEMNE])]
    found += [Evaluation(by_name[name], 2018, "2.1", by_name[name].total, latest[name]) for name in (HALSA, SNILLFJORD)]
    found += invented_evaluations([one for one in everyone if one.invented], latest, random)
    return sorted(found, key=lambda one: (one.municipality.number, one.year))


def hemne_evaluations(hemne: Municipality, areas: list[int]) -> list[Evaluation]:
    """Return Hemne's three evaluations: only the totals of 2011 and everything of 2018 are printed."""
    return [
        Evaluation(hemne, 2007, "1.0", sum(HEMNE_2007_AREAS), HEMNE_2007_AREAS),
        Evaluation(hemne, 2011, "2.0", sum(HEMNE_2011_AREAS), HEMNE_2011_AREAS),
        Evaluation(hemne, 2018, "2.1", HEMNE_TOTAL, areas),
    ]


def invented_evaluations(
    invented: Sequence[Municipality], latest: Mapping[str, list[int]], random: Random
) -> list[Evaluation]:
    """Return the evaluations of the invented municipalities: all have one of 2.1, some have earlier ones."""
    shuffled = random.sample(invented, len(invented))
    twice, with_2_0 = shuffled[:MEASURED_TWICE_WITH_2_1], shuffled[3 : 3 + MEASURED_WITH_2_0]
    found = []
    for one in shuffled:
        year = 2018 if one in twice else random.choice((2016, 2017, 2017, 2018, 2018))
        found.append(Evaluation(one, year, "2.1", one.total, latest[one.name]))
    found += [earlier(one, latest, 2016, "2.1", (1.5,) * 8, random) for one in twice]
    for place, one in enumerate(with_2_0):
        found.append(measured_with_2_0(one, latest, place < IMPROVERS, random))
    found += [earlier(one, latest, random.randint(2005, 2009), "1.0", (4.0,) * 8, random)
              for one in with_2_0[-MEASURED_WITH_1_0:]]  # fmt: skip
    return found


def measured_with_2_0(one: Municipality, latest: Mapping[str, list[int]], improver: bool, random: Random) -> Evaluation:
    """Return an evaluation of 2010-2015: a few had worked hard since, the others changed little."""
    gain = 5.5 if improver else random.gauss(0, 1.2)
    return earlier(one, latest, random.randint(2010, 2015), "2.0", [drift + gain for drift in DRIFT_TO_2_1], random)


def earlier(
    one: Municipality,
    latest: Mapping[str, list[int]],
    year: int,
    version: str,
    gains: Sequence[float],
    random: Random,
) -> Evaluation:
    """Return an earlier evaluation: the latest areas less about these gains."""
    areas = []
    for place, (points, gain) in enumerate(zip(latest[one.name], gains, strict=True)):
        highest = OTHERS_HIGHEST if place == POLITICAL_CONTROL - 1 else HIGHEST_POINTS[place]
        areas.append(min(max(round(points - random.gauss(gain, 4)), LOWEST_POINTS[place]), highest))
    return Evaluation(one, year, version, sum(areas), areas)
