"""The municipalities that merge and can be compared, and the year they are seen from."""

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
    """Who is compared.

    Attributes:
        evaluations: one of each that can be compared, in the order chosen.
        year: only evaluations of this year or earlier count.
    """

    evaluations: tuple[Evaluation, ...]
    year: int

    @property
    def names(self) -> dict[str, str]:
        """Return their names by number."""
        return {evaluation.municipality: evaluation.name for evaluation in self.evaluations}

    @property
    def title(self) -> str:
        """Return what the group is called in titles of tables, pictures and files."""
        return listed(list(self.names.values()))

    def named(self, numbers: Sequence[str] | None) -> str:
        """Return the names of some of them as a list."""
        names = self.names
        return listed([names[number] for number in numbers or ()])

    def origin(self, *about: str) -> tuple[str, ...]:
        """Return what files say of the figures: what each was measured with, the source, and what else is said."""
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
    """Return whether at least two have figures for the questions, without which there are no verdicts."""
    return len(taking_part(view.snapshot, group.evaluations)[0]) >= FEWEST
