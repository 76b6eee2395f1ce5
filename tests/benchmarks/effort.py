"""How much a run takes on: everything as asked for, or little enough for a minute."""

from dataclasses import dataclass

from tests.benchmarks.stores import Stores

NORWAY = 401
"""A made-up country that is about as large as Norway."""


@dataclass(frozen=True)
class Effort:
    """What every measurement is given: the stores, and whether to be quick."""

    stores: Stores
    quick: bool = False

    def of(self, full: int, quick: int) -> int:
        """Return how many: so many in a full run, fewer in a quick one."""
        return quick if self.quick else full

    @property
    def large(self) -> int:
        """Return how many municipalities the large store has: 16.2 million points, or 45 thousand in a quick run."""
        return self.of(36_000, self.country)

    @property
    def country(self) -> int:
        """Return how many municipalities a country of ordinary size has; few in a quick run."""
        return self.of(NORWAY, 101)
