"""Words for the codes of plans, by code; the codes decide, the words are what people read and write."""

from collections.abc import Mapping

STATUS_WORDS: Mapping[str, str] = {
    "idea": "idé",
    "investigated": "utredet",
    "decided": "vedtatt",
    "started": "i gang",
    "done": "ferdig",
    "stopped": "stoppet",
}
KIND_WORDS: Mapping[str, str] = {"cost": "kostnad", "saving": "innsparing"}
STEP_WORDS: Mapping[str, str] = {
    "goal": "mål",
    "planned": "planlagt",
    "decided": "vedtatt",
    "realised": "realisert",
}
REMARK_WORDS: Mapping[str, str] = {"weakness": "svakhet", "challenge": "utfordring"}
LEVEL_WORDS: Mapping[int, str] = {1: "1 opplevelse", 2: "2 læring", 3: "3 atferd", 4: "4 driftsresultat"}
BASIS_WORDS: Mapping[str, str] = {"stated": "oppgitt", "inferred": "sluttet"}
