"""What the committee has marked for its decision: questions, and transfers to one of the municipalities."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.language import _
from queries.caching import cached
from queries.merger import merger, transfers
from reports.address import Address
from reports.merger.group import Group
from reports.view import View


@dataclass(frozen=True)
class Mark:
    """A marked question, or the transfer of its practice to a municipality (`to`, its key)."""

    code: str
    to: str = ""

    @property
    def text(self) -> str:
        """Return the mark as it stands in the address: `4.6`, or `4.6-1571` for a transfer."""
        return f"{self.code}-{self.to}" if self.to else self.code


Marks = tuple[Mark, ...]


@cached
def marks_on_offer(view: View, group: Group) -> Mapping[str, Mark]:
    """Return every possible mark by its text: each question, followed by the transfers of its practice."""
    takers = transfers(view.snapshot, group.evaluations).select("code", "to").unique(maintain_order=True)
    by_code: dict[str, list[str]] = {}
    for code, to in takers.iter_rows():
        by_code.setdefault(code, []).append(to)
    codes = merger(view.snapshot, group.evaluations)["code"].to_list()
    marks = (mark for code in codes for mark in (Mark(code), *(Mark(code, to) for to in by_code.get(code, ()))))
    return {mark.text: mark for mark in marks}


def marks_in(address: Address, on_offer: Mapping[str, Mark]) -> Marks:
    """Return the marks of `merket`, a comma-separated list, in the order of the questions; others get a notice."""
    texts = [text for text in (address.parameter("merket") or "").split(",") if text]
    if unknown := [text for text in dict.fromkeys(texts) if text not in on_offer]:
        notice = _("Merket {texts:few} finnes ikke for kommunene som er valgt, og er sett bort fra.", texts=unknown)
        address.add_notice(notice)
    return in_order(on_offer, (on_offer[text] for text in texts if text in on_offer))


def in_order(on_offer: Mapping[str, Mark], marks: Iterable[Mark]) -> Marks:
    """Return the marks in the order of the questions, each once."""
    chosen = {*marks}
    return tuple(mark for mark in on_offer.values() if mark in chosen)
