"""Finds the known name most similar to a misspelt one, without comparing it with every name."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

CANDIDATES = 20


class NearNames:
    """Names indexed by their pairs of letters: only those that share most pairs are compared letter by letter."""

    def __init__(self, names: Iterable[str]) -> None:
        """Index the names."""
        self._by_pair: dict[str, list[str]] = defaultdict(list)
        self._near: dict[str, str | None] = {}
        for name in names:
            for pair in _pairs(name):
                self._by_pair[pair].append(name)

    def near(self, name: str) -> str | None:
        """Return the most similar name, or None if none is similar enough."""
        if name not in self._near:
            shared = Counter(candidate for pair in _pairs(name) for candidate in self._by_pair.get(pair, ()))
            candidates = [candidate for candidate, _count in shared.most_common(CANDIDATES)]
            self._near[name] = next(iter(get_close_matches(name, candidates, n=1, cutoff=0.85)), None)
        return self._near[name]


def _pairs(name: str) -> set[str]:
    framed = f" {name} "
    return {framed[at : at + 2] for at in range(len(framed) - 1)}
