"""The 55 municipalities of the example dataset, with size group, income group and latest total."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from random import Random
from statistics import NormalDist

from data.landscape.names import COUNTIES, HALSA, HEMNE, MUNICIPALITIES, SNILLFJORD

COUNTRY_TOTAL = 55 * 359
SMALL_TOTAL = 15 * 324
HEMNE_TOTAL = 433
HEMNE_RANK = 9
# Centre and spreads of the totals: wider above than below, so that both printed means can hold at once.
CENTRE, ABOVE, BELOW = 348, 80, 52
# The report says which sizes are found among the fifteen highest and the fifteen lowest.
HIGHEST_SIZES = "LMLMSLMLSMLMMLM"
MIDDLE_SIZES = "L" * 12 + "M" * 10 + "S" * 3
LOWEST_SIZES = "S" * 10 + "M" * 5
HIGHEST_INCOMES = ("low", "low", "high", "low", "low", "middle", "low", "low", "middle", "low")
LOWEST_INCOMES = ("high",) * 4 + ("middle",) * 4 + ("low",) * 2
# No two municipalities share a total where a list of ten or fifteen ends.
EDGES = (10, 15, 40, 45)
POPULATION_RANGES = {"S": (850, 4900), "M": (5100, 9900), "L": (10200, 58000)}
KOSTRA_BASES = {"S": (1, 4), "M": (7, 10), "L": (7, 10)}
REAL_PLACES = {
    HEMNE: ("1612", "Trøndelag", 4260),
    HALSA: ("1571", "Møre og Romsdal", 1547),
    SNILLFJORD: ("1613", "Trøndelag", 978),
}


@dataclass(frozen=True)
class Municipality:
    """One municipality of the example dataset; `rank` is by the latest total, `size` is S, M or L."""

    number: str
    name: str
    county: str
    size: str
    population: int
    income_group: str
    kostra_group: str
    rank: int
    total: int

    @property
    def invented(self) -> bool:
        """Whether the name belongs to no place in Norway."""
        return self.number.startswith("9")


def municipalities(seed: int) -> list[Municipality]:
    """Return all 55 municipalities, highest total first."""
    random = Random(f"{seed} municipalities")
    sizes = ranked_sizes(random)
    totals = ranked_totals(sizes, random)
    incomes = ranked_incomes(random)
    names = ranked_names(sizes, random)
    return [
        municipality(rank, names[rank - 1], sizes[rank - 1], totals[rank - 1], incomes[rank - 1], random)
        for rank in range(1, len(sizes) + 1)
    ]


def municipality(rank: int, name: str, size: str, total: int, income: str, random: Random) -> Municipality:
    """Return one municipality with number, county and population; three are real places."""
    invented_number = f"{9001 + MUNICIPALITIES.index(name)}" if name in MUNICIPALITIES else ""
    drawn_facts = (invented_number, random.choice(COUNTIES), drawn_population(size, random))
    number, county, population = REAL_PLACES.get(name, drawn_facts)
    kostra = "2" if name == HEMNE else kostra_group(size, population, income, random)
    return Municipality(number, name, county, size, population, income, kostra, rank, total)


def ranked_sizes(random: Random) -> str:
    """Return the size group of each rank, S, M or L, highest total first."""
    middle = random.sample(MIDDLE_SIZES, len(MIDDLE_SIZES))
    lowest = random.sample(LOWEST_SIZES, len(LOWEST_SIZES))
    return HIGHEST_SIZES + "".join(middle) + "".join(lowest)


def ranked_totals(sizes: str, random: Random) -> list[int]:
    """Return descending totals, adjusted to the printed means of the country and of the small municipalities."""
    standings = [NormalDist().inv_cdf(1 - (rank + 0.5) / len(sizes)) for rank in range(len(sizes))]
    drawn = [CENTRE + standing * (ABOVE if standing > 0 else BELOW) for standing in standings]
    totals = sorted((round(total + random.gauss(0, 2)) for total in drawn), reverse=True)
    totals[HEMNE_RANK - 1] = HEMNE_TOTAL
    small = [index for index, size in enumerate(sizes) if size == "S"]
    others = [index for index, size in enumerate(sizes) if size != "S"]
    steer(totals, small, SMALL_TOTAL, random)
    steer(totals, others, COUNTRY_TOTAL - SMALL_TOTAL, random)
    return totals


def steer(totals: list[int], indexes: Sequence[int], wanted: int, random: Random) -> None:
    """Change totals at these indexes by single points until they have the wanted sum; the order is kept."""
    movable = [index for index in indexes if index != HEMNE_RANK - 1]
    while missing := wanted - sum(totals[index] for index in indexes):
        index = random.choice(movable)
        moved = totals[index] + (1 if missing > 0 else -1)
        if fits(totals, index, moved):
            totals[index] = moved


def fits(totals: Sequence[int], index: int, moved: int) -> bool:
    """Whether the moved total keeps the order: ties are fine, but not at an edge nor beside Hemne."""
    strict = {*EDGES, HEMNE_RANK - 1, HEMNE_RANK}
    below_higher = index == 0 or moved + (index in strict) <= totals[index - 1]
    above_lower = index + 1 == len(totals) or moved - (index + 1 in strict) >= totals[index + 1]
    return below_higher and above_lower


def ranked_incomes(random: Random) -> list[str]:
    """Return the income group of each rank; those of the ten highest and lowest follow the report."""
    middle = random.choices(("low", "middle", "high"), (4, 4, 2), k=35)
    return [*HIGHEST_INCOMES, *middle, *random.sample(LOWEST_INCOMES, len(LOWEST_INCOMES))]


def ranked_names(sizes: str, random: Random) -> list[str]:
    """Return the name of each rank; Halsa is the fourth and Snillfjord the seventh of the small ones."""
    invented = iter(random.sample(MUNICIPALITIES, len(MUNICIPALITIES)))
    small = [index for index, size in enumerate(sizes) if size == "S"]
    placed = {HEMNE_RANK - 1: HEMNE, small[3]: HALSA, small[6]: SNILLFJORD}
    return [placed[index] if index in placed else next(invented) for index in range(len(sizes))]


def drawn_population(size: str, random: Random) -> int:
    """Return a population within the size group, drawn log-uniformly."""
    lowest, highest = POPULATION_RANGES[size]
    return round(exp(random.uniform(log(lowest), log(highest))))


def kostra_group(size: str, population: int, income: str, random: Random) -> str:
    """Return a plausible KOSTRA group by size and income; 13 is the group of the large municipalities."""
    if population >= 20000:
        return "13"
    return str(random.choice(KOSTRA_BASES[size]) + ("low", "middle", "high").index(income))
