"""Area points of the example dataset, drawn so that totals and distances to the means are as printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from data.landscape.municipalities import COUNTRY_TOTAL, HEMNE_TOTAL, SMALL_TOTAL, Municipality
from data.landscape.names import HEMNE

AREAS = range(1, 9)
# How far Hemne's printed areas are to lie above the mean of the country and of its size group, in points.
ABOVE_COUNTRY = (6.2, 6.4, 16.6, 12.9, 12.4, 6.0, 6.6, 5.9)
ABOVE_SMALL = (11.0, 10.6, 20.9, 17.1, 16.9, 10.5, 10.9, 10.2)
LOWEST_POINTS = (4,) * 8
# The printed question maxima of area 2 add up to 85 only; the ceiling keeps questions from all being full.
HIGHEST_POINTS = (92, 78, 92, 92, 92, 92, 92, 92)
POLITICAL_CONTROL = 3
# Hemne's 77 is the fifth highest ever on area 3: four lie above it, all others below.
LEADERS = 4
LEADERS_LOWEST = 78
LEADERS_HIGHEST = 88
OTHERS_HIGHEST = 76
# The ceilings differ, else many municipalities would end at exactly 76.
CEILING_SPREAD = 8


@dataclass
class Profile:
    """The area points of one municipality while they are balanced, with a lower and an upper bound per area."""

    name: str
    points: list[int]
    lowest: list[int]
    highest: list[int]

    def can_lose(self, area: int) -> bool:
        """Whether this area may lose a point."""
        return self.points[area - 1] > self.lowest[area - 1]

    def can_gain(self, area: int) -> bool:
        """Whether this area may gain a point."""
        return self.points[area - 1] < self.highest[area - 1]


def latest_areas(all_municipalities: Sequence[Municipality], hemne: list[int], seed: int) -> dict[str, list[int]]:
    """Return the eight area points of each municipality's latest evaluation, by name."""
    random = Random(f"{seed} areas")
    small, others = area_sums(hemne, len(all_municipalities))
    groups = [
        (
            [
                municipality
                for municipality in all_municipalities
                if municipality.size == "S" and municipality.name != HEMNE
            ],
            small,
        ),
        ([municipality for municipality in all_municipalities if municipality.size != "S"], others),
    ]
    drawn = {
        municipality.name: drawn_points(municipality, len(group), sums, random)
        for group, sums in groups
        for municipality in group
    }
    leaders = sorted(drawn, key=lambda name: drawn[name][POLITICAL_CONTROL - 1], reverse=True)[:LEADERS]
    latest = {HEMNE: hemne}
    for group, sums in groups:
        profiles = [
            whole_profile(municipality, drawn[municipality.name], municipality.name in leaders, random)
            for municipality in group
        ]
        balance(profiles, sums, random)
        latest.update({profile.name: profile.points for profile in profiles})
    return latest


def area_sums(hemne: Sequence[int], count: int) -> tuple[list[int], list[int]]:
    """Return the sum of each area over the small municipalities without Hemne, and over the larger ones."""
    # Hemne's printed areas add up to one less than its printed total.
    missing = HEMNE_TOTAL - sum(hemne)
    country = mean_sums(hemne, ABOVE_COUNTRY, count, COUNTRY_TOTAL - missing)
    small = mean_sums(hemne, ABOVE_SMALL, 15, SMALL_TOTAL - missing)
    larger = [country_sum - small_sum for country_sum, small_sum in zip(country, small, strict=True)]
    return [small_sum - own for small_sum, own in zip(small, hemne, strict=True)], larger


def mean_sums(hemne: Iterable[int], above: Iterable[float], count: int, total: int) -> list[int]:
    """Return the area sums of `count` municipalities whose means Hemne exceeds by the distances `above`."""
    sums = [round((own - distance) * count) for own, distance in zip(hemne, above, strict=True)]
    sums[POLITICAL_CONTROL - 1] += total - sum(sums)
    return sums


def drawn_points(municipality: Municipality, count: int, sums: Sequence[int], random: Random) -> list[float]:
    """Return unrounded area points, drawn around the group mean scaled to the municipality's total."""
    share = municipality.total / (sum(sums) / count)
    spread = [7.0, 6.0, 8.5, 7.5, 7.5, 6.5, 8.0, 7.0]
    return [area_sum / count * share + random.gauss(0, noise) for area_sum, noise in zip(sums, spread, strict=True)]


def whole_profile(municipality: Municipality, drawn: Iterable[float], leader: bool, random: Random) -> Profile:
    """Return the drawn areas as whole points within bounds that add up to the total."""
    lowest, highest = list(LOWEST_POINTS), list(HIGHEST_POINTS)
    lowest[POLITICAL_CONTROL - 1] = LEADERS_LOWEST if leader else lowest[POLITICAL_CONTROL - 1]
    highest[POLITICAL_CONTROL - 1] = LEADERS_HIGHEST if leader else OTHERS_HIGHEST - random.randint(0, CEILING_SPREAD)
    return Profile(municipality.name, whole_points(drawn, municipality.total, lowest, highest, random), lowest, highest)


def whole_points(
    drawn: Iterable[float], total: int, lowest: Sequence[int], highest: Sequence[int], random: Random
) -> list[int]:
    """Return whole numbers near the drawn ones, within the bounds and adding up to `total`."""
    points = [min(max(round(value), low), high) for value, low, high in zip(drawn, lowest, highest, strict=True)]
    while missing := total - sum(points):
        step = 1 if missing > 0 else -1
        index = random.randrange(len(points))
        if lowest[index] <= points[index] + step <= highest[index]:
            points[index] += step
    return points


def balance(profiles: Sequence[Profile], sums: Sequence[int], random: Random) -> None:
    """Move single points between areas of one municipality at a time until every area has its sum over the group."""
    while any(surplus := surpluses(profiles, sums)):
        giving = random.choice([area for area in AREAS if surplus[area - 1] > 0])
        taking = random.choice([area for area in AREAS if surplus[area - 1] < 0])
        profile = random.choice(profiles)
        if profile.can_lose(giving) and profile.can_gain(taking):
            profile.points[giving - 1] -= 1
            profile.points[taking - 1] += 1


def surpluses(profiles: Sequence[Profile], sums: Sequence[int]) -> list[int]:
    """Return for each area how many points the group has above the required sum."""
    return [sum(profile.points[area - 1] for profile in profiles) - sums[area - 1] for area in AREAS]
