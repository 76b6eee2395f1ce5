"""What stands in each sheet: the fields of a plan, with their headings, kinds and help."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.plans import words
from data.plans.workbook import kinds
from data.plans.workbook.kinds import Kind


@dataclass(frozen=True)
class Column:
    """One field of a sheet; `is_read` is false where the workbook only tells and nothing is read back."""

    field: str
    heading: str
    kind: Kind = kinds.TEXT
    width: int = 30
    help: str = ""
    is_read: bool = True


DATE_HELP = "Så nøyaktig som det er kjent: 2013, 2013-03 eller 2013-03-15"
ID_HELP = "Kjenner igjen det som er lagret. La den stå; i nye rader skal den være tom."
FOR_HELP = "Nummeret i kolonnen «Nr» i arket Tiltak"
FOR_ANY_HELP = "Nummeret i kolonnen «Nr» i arket Tiltak, eller «programmet» når raden gjelder hele programmet"
MEASURE = Column("measure", "Tiltak", kinds.REFERENCE, 12, FOR_HELP)
ANY = Column("measure", "Tiltak", kinds.REFERENCE, 12, FOR_ANY_HELP)

LEVELS = {level: f"{level} {name}" for level, name in words.LEVEL_NAMES.items()}

ABOUT = (
    Column("dataset", "Datasett", kinds.TEXT, help="virkelig eller eksempel; skal ikke endres"),
    Column("event", "Hentet ved hendelse", kinds.EVENT, help="Viser hva andre har endret siden; skal ikke endres"),
    Column("programme", "Program-ID", kinds.TEXT, help="Tom for et nytt program; skal ellers ikke endres"),
)
"""What the workbook says of itself."""
PROGRAMME = (
    Column("municipality", "Kommunenummer", kinds.MUNICIPALITY, help="Nummeret kommunen har nå eller hadde da"),
    Column("municipality_name", "Kommune", help="Navnet kommunen hadde da; kan stå tom"),
    Column("municipality_basis", "Grunnlag for kommunen", kinds.word_for(words.BASIS_NAMES),
           help="For program fra en kilde: oppgitt der, eller sluttet av sammenhengen"),
    Column("name", "Navn", help="Hva programmet heter"),
    Column("need", "Behov", help="Hvorfor programmet trengs"),
    Column("goal", "Mål", help="Hva programmet skal nå"),
    Column("result", "Resultat", help="Hva som er kommet ut av det"),
    Column("anchoring", "Forankring", help="Hvem som står bak: roller, ikke navn på personer"),
    Column("starts", "Starter", kinds.KNOWN_DATE, help=DATE_HELP),
    Column("ends", "Slutter", kinds.KNOWN_DATE, help=DATE_HELP),
    Column("target_year", "Målår", kinds.YEAR, help="Året målene gjelder for"),
    Column("evaluation_year", "Evaluering: år", kinds.YEAR, help="Evalueringen programmet svarer på"),
    Column("evaluation_version", "Evaluering: versjon", kinds.VERSION, help="Versjonen av Kommunekompasset"),
    Column("source", "Kilde", help="Dokumentet bak; tom når programmet er skrevet her"),
    Column("place", "Sted i kilden", help="Side eller overskrift"),
    Column("note", "Merknad", help="Det en leser må vite"),
)  # fmt: skip
MEASURES = (
    Column("number", "Nr", kinds.REFERENCE, 6,
           "Brukes av de andre arkene og av «Programområde» og «Venter på». Lagres ikke."),
    Column("title", "Tittel", width=36, help="Hva som gjøres, i få ord"),
    Column("status", "Status", kinds.word_for(words.STATUS_NAMES), 12,
           "Et tiltak som er vedtatt, i gang eller ferdig, må ha mål, underspørsmål eller område, rolle og frist. "
           "Skal et tiltak bort, velg «stanset»: en rad som tas ut av arket, endrer ingenting."),
    Column("parent", "Programområde", kinds.REFERENCE, 10, "Nummeret på området tiltaket hører til; kan stå tomt"),
    Column("need", "Behov", width=36, help="Hvorfor tiltaket trengs"),
    Column("goal", "Mål", width=36, help="Hva tiltaket skal føre til"),
    Column("activities", "Aktiviteter", width=36, help="Hvordan det gjøres"),
    Column("result", "Resultat", width=36, help="Hva som er kommet ut av det"),
    Column("anchoring", "Forankring", width=24, help="Hvem som står bak: roller, ikke navn på personer"),
    Column("owner_role", "Ansvar (rolle)", width=22, help="En rolle, ikke et navn"),
    Column("starts", "Start", kinds.KNOWN_DATE, 12, DATE_HELP),
    Column("ends", "Frist", kinds.KNOWN_DATE, 12, DATE_HELP),
    Column("effect", "Effekt", kinds.SCORE, 8, "1 liten – 5 stor"),
    Column("easy_for_staff", "Liten konsekvens for ansatte", kinds.SCORE, 11,
           "1 store følger – 5 små følger for ansatte"),
    Column("easy_for_users", "Liten konsekvens for brukere", kinds.SCORE, 11,
           "1 store følger – 5 små følger for brukere"),
    Column("acceptance", "Politisk aksept", kinds.SCORE, 9, "1 lav – 5 høy"),
    Column("units_total", "Enheter i alt", kinds.UNITS, 9, "Hvor mange enheter tiltaket gjelder"),
    Column("units_answered", "Enheter som har svart", kinds.UNITS, 11, "Hvor mange av dem som har svart"),
    Column("units_planning", "Enheter som planlegger", kinds.UNITS, 11, "Hvor mange av disse som planlegger det"),
    Column("units_done", "Enheter som er ferdige", kinds.UNITS, 11, "Hvor mange som har gjort det"),
    Column("waits_for", "Venter på", kinds.REFERENCE, 12, "Nummer på tiltak som må komme først, med semikolon: 2; 5"),
    Column("source", "Kilde", width=24, help="Dokumentet bak; tom når tiltaket er skrevet her"),
    Column("place", "Sted i kilden", width=18, help="Side eller overskrift"),
    Column("note", "Merknad", width=30, help="Det en leser må vite"),
    Column("measure", "ID", width=34, help=ID_HELP),
)  # fmt: skip
QUESTIONS = (
    MEASURE,
    Column("code", "Kode", kinds.QUESTION, 8, "Et underspørsmål, 1.3, eller et helt område, 3"),
    Column("label", "Underspørsmål eller område", width=50, help="Slås opp av koden", is_read=False),
    Column("before", "Poeng før", kinds.POINTS, 9, "Fra evalueringen programmet svarer på", is_read=False),
    Column("maximum", "Maksimum", kinds.POINTS, 10, "Slås opp av koden", is_read=False),
    Column("target_points", "Mål i poeng", kinds.POINTS, 10, "Over poengene før, og høyst maksimum; kan stå tomt"),
)
REMARKS = (
    MEASURE,
    Column("area", "Område", kinds.AREA, 9, "Området i evalueringen, 1–8"),
    Column("kind", "Type", kinds.word_for(words.REMARK_NAMES), 12, "svakhet eller utfordring"),
    Column("text", "Tekst", width=90, help="Slik det står i evalueringen"),
)
PHASES = (
    ANY,
    Column("name", "Fase", width=34, help="Hva fasen heter"),
    Column("starts", "Fra", kinds.KNOWN_DATE, 12, DATE_HELP),
    Column("ends", "Til", kinds.KNOWN_DATE, 12, DATE_HELP),
    Column("activities", "Aktiviteter", width=60, help="Hva som skjer i fasen"),
)
EVIDENCE = (
    MEASURE,
    Column("level", "Nivå", kinds.word_for(LEVELS), 18, "Ett av de fire nivåene i listen"),
    Column("date", "Dato", kinds.KNOWN_DATE, 12, DATE_HELP),
    Column("text", "Hva som er sett", width=70, help="I en setning eller to"),
    Column("source", "Kilde", width=34, help="Hvor det står"),
)
MONEY = (
    ANY,
    Column("kind", "Slag", kinds.word_for(words.KIND_OF_MONEY_NAMES), 13, "kostnad eller innsparing"),
    Column("step", "Trinn", kinds.word_for(words.STEP_NAMES), 12, "mål, identifisert, vedtatt eller realisert"),
    Column("amount", "Beløp i kroner", kinds.KRONE, 16, "Uten minus, i hele kroner"),
    Column("first_year", "Fra år", kinds.YEAR, 9, "Kan stå tomt"),
    Column("last_year", "Til år", kinds.YEAR, 9, "Det samme året når beløpet gjelder ett år"),
    Column("note", "Merknad", width=40, help="For eksempel «omtrent»"),
)
SHEETS_OF_LISTS: Mapping[str, tuple[Column, ...]] = {
    "questions": QUESTIONS,
    "remarks": REMARKS,
    "phases": PHASES,
    "evidence": EVIDENCE,
    "money": MONEY,
}
"""The lists of programmes and measures, by the names they have there (data/plans/rows.py)."""
SHEETS_OF_ROWS: Mapping[str, tuple[Column, ...]] = {"measures": MEASURES, **SHEETS_OF_LISTS}
NEEDED: Mapping[str, tuple[str, ...]] = {
    "questions": ("code",),
    "remarks": ("area", "kind", "text"),
    "phases": (),
    "evidence": ("level",),
    "money": ("kind", "step", "amount"),
}
"""Cells that a row of a list must have; what else is missing is found by the rules."""
