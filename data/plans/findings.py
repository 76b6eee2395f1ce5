"""Findings of a change of plans: what is wrong with a field, and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.language import Sentence, joined
from data.refusal import Refusal


@dataclass(frozen=True)
class PlanFinding:
    """One breach of a rule.

    Attributes:
        code: the rule, the same in every language: `target_above_maximum`.
        plan: the identifier of the programme or measure; empty for a new one.
        field: the name of its field, with the place in a list from 1: `questions.2.target_points`.
        sentence: what is wrong.
        remedy: what to do, in whole sentences.
    """

    code: str
    plan: str
    field: str
    sentence: Sentence
    remedy: Sentence


class PlanRefused(Refusal):
    """A change of plans is not saved; `findings` holds every reason where rules are broken."""

    def __init__(self, code: str, sentence: str, findings: Sequence[PlanFinding] = ()) -> None:
        """Keep the findings beside the code and the sentence."""
        super().__init__(code, sentence)
        self.findings = tuple(findings)


def refusal_of(code: str, findings: Sequence[PlanFinding]) -> PlanRefused:
    """Return the refusal whose message holds every finding with its remedy."""
    parts = [part for finding in findings for part in (finding.sentence, finding.remedy)]
    sentence = Sentence(" ".join(dict.fromkeys(parts)))
    sentence.values = {} if len(findings) != 1 else joined(*parts).values
    return PlanRefused(code, sentence, findings)
