"""Words for the codes of plans, each once; the codes decide, the words are what people read and write."""

from collections.abc import Mapping
from typing import Final

from data.language import N_

STATUS_NAMES: Final[Mapping[str, str]] = {
    "idea": N_("idé"),
    "investigated": N_("utredes"),
    "decided": N_("vedtatt"),
    "started": N_("i gang"),
    "done": N_("gjennomført"),
    "stopped": N_("stanset"),
}
WITHOUT_STATUS: Final = N_("uten oppgitt status")
STEP_NAMES: Final[Mapping[str, str]] = {
    "goal": N_("mål"),
    "planned": N_("identifisert"),
    "decided": N_("vedtatt"),
    "realised": N_("realisert"),
}
"""Steps of money; `planned` is what is identified."""
KIND_OF_MONEY_NAMES: Final[Mapping[str, str]] = {"cost": N_("kostnad"), "saving": N_("innsparing")}
LEVEL_NAMES: Final[Mapping[int, str]] = {1: N_("opplevelse"), 2: N_("læring"), 3: N_("atferd"), 4: N_("driftsresultat")}
"""Levels of evidence."""
REMARK_NAMES: Final[Mapping[str, str]] = {"weakness": N_("svakhet"), "challenge": N_("utfordring")}
BASIS_NAMES: Final[Mapping[str, str]] = {"stated": N_("oppgitt"), "inferred": N_("sluttet")}
