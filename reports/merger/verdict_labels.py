"""Labels of verdicts, and the rules that give them."""

from collections.abc import Mapping

from data.language import N_, Sentence, _
from reports.table import Row

VERDICTS = {
    "best": N_("én er best"),
    "common_gap": N_("felles mangel"),
    "equal": N_("likt"),
    "divided": N_("delt"),
    "not_comparable": N_("ikke sammenlignbart"),
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
SYMBOLS = {"best": "●", "common_gap": "▽"}
"""Symbols of the verdicts to act on, always followed by words."""


def verdict_rules(limits: Mapping[str, int]) -> Sentence:
    """Return the rules of the verdicts in the order in which they are tested."""
    return _(
        "Dommen er den første som passer. Ikke sammenlignbart: færre enn to har tallet. Én er best: den beste har "
        "minst {leader_share}\u00a0% av maksimum og ligger minst {lead_share}\u00a0% av maksimum foran nummer to. "
        "Felles mangel: alle er under {common_gap_share}\u00a0%. Likt: høyest og lavest skiller mindre enn "
        "{question_difference}\u00a0% av maksimum. Delt: alt annet.",
        **limits,
    )


def verdict_choices() -> Mapping[str, Sentence]:
    """Return the labels of the verdicts by their code in the address, and of all of them together."""
    return {ANY_VERDICT: _("Alle"), **{code: _(VERDICTS[kind]) for code, kind in VERDICT_OF_CODE.items()}}


def with_symbol(verdict: str, text: str) -> str:
    """Return the text after the symbol of its verdict; verdicts that ask for nothing have none."""
    symbol = SYMBOLS.get(verdict)
    return f"{symbol} {text}" if symbol else text


def verdict_text(row: Row, names: Mapping[str, str]) -> str:
    """Return the verdict on one question in words after its symbol, with the leader and the lead."""
    verdict = row["verdict"]
    if verdict != "best":
        return with_symbol(verdict, _(VERDICTS[verdict]))
    text = _("{name} best, {lead:signed_tenths}", name=names[row["leader"]], lead=row["lead"])
    return with_symbol(verdict, text)
