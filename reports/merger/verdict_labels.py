"""Labels of verdicts, and the rules that give them."""

from collections.abc import Mapping

from data.language import Sentence, _
from data.norwegian import first_upper
from reports.table import Row

VERDICTS = {
    "best": "én er best",
    "common_gap": "felles mangel",
    "equal": "likt",
    "divided": "delt",
    "not_comparable": "ikke sammenlignbart",
}
"""Labels of the verdicts, in display order."""
VERDICT_OF_CODE = {
    "best": "best",
    "mangel": "common_gap",
    "likt": "equal",
    "delt": "divided",
    "uten": "not_comparable",
}
"""Verdicts by their code in the address."""
ANY_VERDICT = "alle"


def verdict_rules(limits: Mapping[str, int]) -> Sentence:
    """Return the rules of the verdicts in the order in which they are tested."""
    return _(
        "Dommen er den første som passer. Ikke sammenlignbart: færre enn to har tallet. Én er best: den beste har "
        "minst {leader_share}\u00a0% av maksimum og ligger minst {lead_share}\u00a0% av maksimum foran nummer to. "
        "Felles mangel: alle er under {common_gap_share}\u00a0%. Likt: høyest og lavest skiller mindre enn "
        "{question_difference}\u00a0% av maksimum. Delt: alt annet.",
        **limits,
    )


def verdict_text(row: Row, names: Mapping[str, str]) -> str:
    """Return the verdict on one question in words, with the leader and the lead."""
    if row["verdict"] != "best":
        return first_upper(_(VERDICTS[row["verdict"]]))
    return _("{name} er best, {lead:tenths} foran", name=names[row["leader"]], lead=row["lead"])
