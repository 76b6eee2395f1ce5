"""What the rules of plans go by besides the plans themselves: registered municipalities, maxima and baselines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from data.plans.reading import Read
from data.plans.rows import Programme

FOLDER = Path(__file__).parent
BASELINES, MAXIMA, MUNICIPALITY = (
    (FOLDER / f"{name}.sql").read_text(encoding="utf-8") for name in ("baselines", "maxima", "municipality")
)


@dataclass(frozen=True)
class Facts:
    """Figures to check plans against.

    Attributes:
        maxima: maximum points by version and code; `3.4` is a question, `3` an area.
        baselines: points of the evaluation that a programme answers, by programme and code.
    """

    maxima: Mapping[tuple[str, str], int]
    baselines: Mapping[tuple[str, str], Decimal]

    @property
    def versions(self) -> list[str]:
        """Return the versions of the instrument, oldest first."""
        return sorted({version for version, _code in self.maxima})

    def maximum(self, code: str, version: str | None) -> int | None:
        """Return the maximum of a question or area in a version, else in the newest version that has it."""
        known = {of_version: points for (of_version, of_code), points in self.maxima.items() if of_code == code}
        if version in known:
            return known[version]
        return known[max(known)] if known else None


def read_facts(read: Read, dataset: str, as_of: int, programmes: Iterable[Programme]) -> Facts:
    """Return the facts for these programmes, with the evaluations as they were after an event."""
    maxima = {(version, code): points for version, code, points in read(MAXIMA).iter_rows()}
    baselines = {
        (programme.programme, code): points
        for programme in programmes
        for code, points in _baselines(read, dataset, as_of, programme)
    }
    return Facts(maxima, baselines)


def _baselines(read: Read, dataset: str, as_of: int, programme: Programme) -> list[tuple[str, Decimal]]:
    if programme.evaluation_year is None:
        return []
    evaluation = {"year": programme.evaluation_year, "version": programme.evaluation_version}
    return read(BASELINES, dataset=dataset, as_of=as_of, municipality=programme.municipality, **evaluation).rows()


def registered(read: Read, number: str) -> tuple[str, str] | None:
    """Return key and name of the municipality that has or had this number, None if the register knows none."""
    rows = read(MUNICIPALITY, number=number).rows()
    return rows[0] if rows else None
