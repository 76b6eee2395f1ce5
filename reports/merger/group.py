"""The merging municipalities that can be compared."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.language import N_, Sentence, _, counted
from data.numbers import listed
from queries.evaluation import Evaluation
from queries.merger import taking_part
from queries.merging import FEWEST
from reports.view import View

TODAY = N_("Dette er det beste som finnes hos dem i dag, ikke en prognose for den nye kommunen.")


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
    def short_names(self) -> dict[str, str]:
        """Return their names by number without what stands in brackets, unless two would be called the same."""
        return shortened(self.names)

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


def shortened(names: Mapping[str, str]) -> dict[str, str]:
    """Return names by number without what stands in brackets, unless two would be called the same."""
    short = {number: name.partition(" (")[0] for number, name in names.items()}
    times = Counter(short.values())
    return {number: name if times[name] == 1 else names[number] for number, name in short.items()}


def labels(evaluations: Sequence[Evaluation]) -> list[str]:
    """Return names with years: `Hemne 2018`."""
    return [_("{name} {year}", name=evaluation.name, year=evaluation.year_label) for evaluation in evaluations]


def measured_with(evaluations: Sequence[Evaluation]) -> Sentence:
    """Return who is compared, of which year and measured with what."""
    versions = sorted({evaluation.version for evaluation in evaluations})
    return counted(
        "{names}, målt med versjon {versions}.",
        "{names}, målt med versjonene {versions}.",
        len(versions),
        names=labels(evaluations),
        versions=versions,
    )


def is_judged(view: View, group: Group) -> bool:
    """Return whether at least two have question figures, which verdicts require."""
    return len(taking_part(view.snapshot, group.evaluations)[0]) >= FEWEST
