"""Every measurement by the name that picks it, in the order they are taken."""

from collections.abc import Callable, Iterator

from tests.benchmarks.choosing import choosing
from tests.benchmarks.comparing import comparing
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import Taken
from tests.benchmarks.growing import growth, large
from tests.benchmarks.growth_table import Growth
from tests.benchmarks.importing import importing
from tests.benchmarks.load import fresh_load, load
from tests.benchmarks.memory import memory
from tests.benchmarks.reruns import reruns
from tests.benchmarks.shared import shared, shared_load
from tests.benchmarks.starting import starting

Measurement = Callable[[Effort], Iterator[Taken | Growth]]

MEASUREMENTS: dict[str, Measurement] = {
    "reruns": reruns,
    "choosing": choosing,
    "start": starting,
    "large": large,
    "comparison": comparing,
    "memory": memory,
    "load": load,
    "fresh-load": fresh_load,
    "import": importing,
    "shared": shared,
    "shared-load": shared_load,
    "growth": growth,
}
