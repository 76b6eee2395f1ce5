"""Circles of measures that wait for each other."""

from collections.abc import Iterable, Mapping


def circle_through(start: str, waits_for: Mapping[str, Iterable[str]]) -> list[str]:
    """Return a way from a measure over those it waits for back to itself, without the end; empty if there is none."""
    came_from: dict[str, str] = {}
    waiting = [start]
    while waiting:
        measure = waiting.pop()
        for other in waits_for.get(measure, ()):
            if other == start:
                return _way(start, measure, came_from)
            if other not in came_from:
                came_from[other] = measure
                waiting.append(other)
    return []


def in_circles(waits_for: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the measures that wait for themselves over others."""
    return {measure for measure in waits_for if circle_through(measure, waits_for)}


def _way(start: str, last: str, came_from: Mapping[str, str]) -> list[str]:
    way = [last]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]
