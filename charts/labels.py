"""Placing of direct labels, so that they never overlap."""

from collections.abc import Sequence


def pushed_apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return a place for each wanted one, in pixels: at least `gap` apart, between low and high, moved least.

    Order is kept, ties in the order given; the gap shrinks where all do not fit. Least squares under that order:
    isotonic regression (pool adjacent violators) of the places less the gaps before them.
    """
    count = len(wanted)
    gap = min(gap, (high - low) / max(count - 1, 1))
    order = sorted(range(count), key=lambda index: wanted[index])
    blocks: list[list[float]] = []
    for position, index in enumerate(order):
        blocks.append([wanted[index] - position * gap])
        while len(blocks) > 1 and _mean(blocks[-2]) > _mean(blocks[-1]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    bases = [_mean(block) for block in blocks for _ in block]
    places = [0.0] * count
    for position, (index, base) in enumerate(zip(order, bases, strict=True)):
        places[index] = min(max(base, low), high - (count - 1) * gap) + position * gap
    return places


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
