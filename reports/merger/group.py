"""The merging municipalities that can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.language import _
from data.norwegian import listed
from queries.evaluation import Evaluation
from queries.merger import taking_part
from queries.merging import FEWEST
from reports.view import View

TODAY = "Dette er det beste som finnes hos dem i dag, ikke en prognose for den nye kommunen."


@dataclass(frozen=True)
class Group:
    """The compared evaluations.

    Attributes:
        evaluations: one per municipality, in the order chosen.
        year: latest year of evaluations.
    """

    evaluations: tuple[Evaluation, ...]
    year: int

    @property
    def names(self) -> dict[str, str]:
        """Return their names by number."""
        return {evaluation.municipality: evaluation.name for evaluation in self.evaluations}

    @property
    def title(self) -> str:
        """Return the names as a list in words, for titles of tables, pictures and files."""
        return listed(list(self.names.values()))

    def named(self, numbers: Sequence[str] | None) -> str:
        """Return the names of some of the municipalities as a list in words."""
        names = self.names
        return listed([names[number] for number in numbers or ()])

    def origin(self, *about: str) -> tuple[str, ...]:
        """Return the provenance in files: version and source of each evaluation, and further sentences."""
        measured = (
            _(
                "{name} {year}, versjon {version}. Kilde: {source}.",
                name=evaluation.name,
                year=evaluation.year_label,
                version=evaluation.version,
                source=evaluation.source or _("ikke oppgitt"),
            )
            for evaluation in self.evaluations
        )
        return (*measured, *about)


def labels(evaluations: Sequence[Evaluation]) -> list[str]:
    """Return names with years: `Hemne 2018`."""
    return [_("{name} {year}", name=evaluation.name, year=evaluation.year_label) for evaluation in evaluations]


def is_judged(view: View, group: Group) -> bool:
    """Return whether at least two have question figures, which verdicts require."""
    return len(taking_part(view.snapshot, group.evaluations)[0]) >= FEWEST
