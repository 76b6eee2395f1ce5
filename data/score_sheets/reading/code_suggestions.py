"""Suggests the code that was meant where a sheet has one that does not exist."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from data.language import Sentence, _, joined
from data.score_sheets.reading.headings import comparable
from data.score_sheets.reference_data import ReferenceData


def remedy_for_code(code: str, label: Any, missing: Sequence[str], version: str, reference: ReferenceData) -> Sentence:
    """Return what to do about a code that does not exist, given the text beside it and the codes the sheet lacks."""
    if "." in code and not reference.questions.get(version):
        return _("Underspørsmålene er ikke publisert for denne versjonen. Før bare områdene 1–8.")
    without = _("Instrumentet er trykt uten 2.5.") if code == "2.5" else None
    guess = _guess(code, label, missing, version, reference)
    if guess is None:
        return joined(without, _("Rett koden."))
    meant = _("Mente du «{guess}» ({question})?", guess=guess, question=reference.label(version, guess))
    return joined(without, meant, _("Rett koden."))


def _guess(code: str, label: Any, missing: Sequence[str], version: str, reference: ReferenceData) -> str | None:
    """Return the missing code that the text names, else the one missing in the area, else the one spelt most alike."""
    if isinstance(label, str) and (named := _code_of_label(label, version, reference)):
        # The text says which question it is; where its code stands elsewhere, any other one would be wrong.
        return named if named in missing else None
    if "." not in code:
        return next(iter(get_close_matches(code, missing, n=1)), None)
    in_area = [known for known in missing if known.split(".")[0] == code.split(".")[0] and "." in known]
    if len(in_area) == 1:
        return in_area[0]
    return next(iter(get_close_matches(code, in_area, n=1)), None)


def _code_of_label(label: str, version: str, reference: ReferenceData) -> str | None:
    codes = {comparable(reference.label(version, code)): code for code in reference.codes(version)}
    near = get_close_matches(comparable(label), codes, n=1, cutoff=0.85)
    return codes[near[0]] if near else None
