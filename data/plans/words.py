"""Words for the codes of plans, each once; the codes decide, the words are what people read and write."""

from collections.abc import Mapping
from typing import Final

STATUS_NAMES: Final[Mapping[str, str]] = {
    "idea": "idé",
    "investigated": "utredes",
    "decided": "vedtatt",
    "started": "i gang",
    "done": "gjennomført",
    "stopped": "stanset",
}
STEP_NAMES: Final[Mapping[str, str]] = {
    "goal": "mål",
    "planned": "identifisert",
    "decided": "vedtatt",
    "realised": "realisert",
}
"""Steps of money; `planned` is what is identified."""
KIND_OF_MONEY_NAMES: Final[Mapping[str, str]] = {"cost": "kostnad", "saving": "innsparing"}
LEVEL_NAMES: Final[Mapping[int, str]] = {1: "opplevelse", 2: "læring", 3: "atferd", 4: "driftsresultat"}
"""Levels of evidence."""
REMARK_NAMES: Final[Mapping[str, str]] = {"weakness": "svakhet", "challenge": "utfordring"}
BASIS_NAMES: Final[Mapping[str, str]] = {"stated": "oppgitt", "inferred": "sluttet"}
