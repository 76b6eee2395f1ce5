"""The words for the codes and fields of programmes and measures."""

STATUS_NAMES = {
    "idea": "idé",
    "investigated": "utredes",
    "decided": "vedtatt",
    "started": "i gang",
    "done": "gjennomført",
    "stopped": "stanset",
}
KIND_OF_MONEY_NAMES = {"cost": "kostnad", "saving": "innsparing"}
STEP_NAMES = {"goal": "mål", "planned": "identifisert", "decided": "vedtatt", "realised": "realisert"}
LEVEL_NAMES = {1: "opplevelse", 2: "læring", 3: "atferd", 4: "driftsresultat"}
REMARK_NAMES = {"weakness": "svakhet", "challenge": "utfordring"}

FIELD_NAMES = {
    "name": "Navn",
    "title": "Tittel",
    "programme": "Program",
    "parent": "Del av område",
    "municipality": "Kommune",
    "municipality_name": "Kommunens navn",
    "municipality_basis": "Hvordan kommunen er kjent",
    "need": "Behov",
    "goal": "Mål",
    "activities": "Aktiviteter",
    "result": "Resultat",
    "anchoring": "Forankring",
    "owner_role": "Ansvar (rolle)",
    "starts": "Start",
    "ends": "Frist",
    "target_year": "Målår",
    "evaluation_year": "Evaluering det svares på",
    "evaluation_version": "Evaluering det svares på",
    "status": "Status",
    "effect": "Effekt",
    "easy_for_staff": "Liten konsekvens for ansatte",
    "easy_for_users": "Liten konsekvens for brukere",
    "acceptance": "Politisk aksept",
    "units_total": "Enheter i alt",
    "units_answered": "Enheter som har svart",
    "units_planning": "Enheter som planlegger det",
    "units_done": "Enheter som er ferdige",
    "waits_for": "Venter på",
    "source": "Kilde",
    "place": "Sted i kilden",
    "note": "Merknad",
    "questions": "Det tiltaket skal løfte",
    "target_points": "Mål i poeng",
    "remarks": "Svakheter og utfordringer det svarer på",
    "phases": "Faser",
    "money": "Penger",
    "kind": "Slag",
    "step": "Trinn",
    "amount": "Beløp i kroner",
    "first_year": "Fra år",
    "last_year": "Til år",
    "evidence": "Dokumentasjon",
    "level": "Nivå",
    "text": "Hva som er sett",
    "date": "Dato",
}
"""The label of each field of a programme, a measure, and the lines of their lists."""
