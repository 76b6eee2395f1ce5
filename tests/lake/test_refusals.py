"""Each refusal of a shared store has its sentence in one table, in every language."""

import re
from pathlib import Path

import pytest

from data.lake.refusals import SENTENCES, LakeLost, refused
from data.speaking import speaking

ROOM = Path(__file__).parents[2] / "data" / "lake"
VALUES = {"lake": "k@db", "form": "x", "held": "/data/", "name": "Y", "edition": 5, "ours": 4, "file": "r.duckdb"}


def test_every_code_has_a_sentence_and_every_sentence_is_of_a_code() -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py") if path.name != "refusals.py")
    named = {*re.findall(r'"((?:lake|replica)_\w+)"', written)} & {*SENTENCES}
    raised = {*re.findall(r'refused\(\s*"(\w+)"', written)}
    of_errors = {LakeLost.code, *(kind.code for kind in LakeLost.__subclasses__())}
    assert raised <= {*SENTENCES}
    assert named | of_errors == {*SENTENCES}


@pytest.mark.parametrize("code", SENTENCES)
def test_each_sentence_is_another_in_each_language_and_names_what_it_is_about(code: str) -> None:
    told = set()
    for language in ("nb", "nn", "en"):
        with speaking(language):
            refusal = refused(code, **VALUES)
        told.add(str(refusal))
        assert (refusal.code, "{" in str(refusal)) == (code, False)
    assert len(told) == 3
