"""What stands in each sheet: the fields of a plan, with their headings, kinds and help.

Helps name sheets, columns and choices by placeholders (`told_in_place` in names.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from data.language import N_
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


DATE_HELP = N_("Så nøyaktig som det er kjent: 2013, 2013-03 eller 2013-03-15")
ID_HELP = N_("Kjenner igjen det som er lagret. La den stå; i nye rader skal den være tom.")
FOR_HELP = N_("Nummeret i kolonnen «{number}» i arket {measures}")
FOR_ANY_HELP = N_(
    "Nummeret i kolonnen «{number}» i arket {measures}, eller «{whole}» når raden gjelder hele programmet"
)
MEASURE = Column("measure", N_("Tiltak"), kinds.REFERENCE, 12, FOR_HELP)
ANY = Column("measure", N_("Tiltak"), kinds.REFERENCE, 12, FOR_ANY_HELP)

ABOUT = (
    Column("dataset", N_("Datasett"), kinds.TEXT, help=N_("{datasets:or}; skal ikke endres")),
    Column(
        "event", N_("Hentet ved hendelse"), kinds.EVENT, help=N_("Viser hva andre har endret siden; skal ikke endres")
    ),
    Column("programme", N_("Program-ID"), kinds.TEXT, help=N_("Tom for et nytt program; skal ellers ikke endres")),
)
"""What the workbook says of itself."""
PROGRAMME = (
    Column("municipality", N_("Kommunenummer"), kinds.MUNICIPALITY, help=N_("Nummeret kommunen har nå eller hadde da")),
    Column("municipality_name", N_("Kommune"), help=N_("Navnet kommunen hadde da; kan stå tom")),
    Column("municipality_basis", N_("Grunnlag for kommunen"), kinds.word_for(words.BASIS_NAMES),
           help=N_("For program fra en kilde: oppgitt der, eller sluttet av sammenhengen")),
    Column("name", N_("Navn"), help=N_("Hva programmet heter")),
    Column("need", N_("Behov"), help=N_("Hvorfor programmet trengs")),
    Column("goal", N_("Mål"), help=N_("Hva programmet skal nå")),
    Column("result", N_("Resultat"), help=N_("Hva som er kommet ut av det")),
    Column("anchoring", N_("Forankring"), help=N_("Hvem som står bak: roller, ikke navn på personer")),
    Column("starts", N_("Starter"), kinds.KNOWN_DATE, help=DATE_HELP),
    Column("ends", N_("Slutter"), kinds.KNOWN_DATE, help=DATE_HELP),
    Column("target_year", N_("Målår"), kinds.YEAR, help=N_("Året målene gjelder for")),
    Column("evaluation_year", N_("Evaluering: år"), kinds.YEAR, help=N_("Evalueringen programmet svarer på")),
    Column("evaluation_version", N_("Evaluering: versjon"), kinds.VERSION, help=N_("Versjonen av Kommunekompasset")),
    Column("source", N_("Kilde"), help=N_("Dokumentet bak; tom når programmet er skrevet her")),
    Column("place", N_("Sted i kilden"), help=N_("Side eller overskrift")),
    Column("note", N_("Merknad"), help=N_("Det en leser må vite")),
)  # fmt: skip
MEASURES = (
    Column("number", N_("Nr"), kinds.REFERENCE, 6,
           N_("Brukes av de andre arkene og av «{area}» og «{waits_for}». Lagres ikke.")),
    Column("title", N_("Tittel"), width=36, help=N_("Hva som gjøres, i få ord")),
    Column("status", N_("Status"), kinds.word_for(words.STATUS_NAMES), 12,
           N_("Et tiltak som er vedtatt, i gang eller ferdig, må ha mål, underspørsmål eller område, rolle og frist. "
           "Skal et tiltak bort, velg «{stopped}»: en rad som tas ut av arket, endrer ingenting.")),
    Column("parent", N_("Programområde"), kinds.REFERENCE, 10,
           N_("Nummeret på området tiltaket hører til; kan stå tomt")),
    Column("need", N_("Behov"), width=36, help=N_("Hvorfor tiltaket trengs")),
    Column("goal", N_("Mål"), width=36, help=N_("Hva tiltaket skal føre til")),
    Column("activities", N_("Aktiviteter"), width=36, help=N_("Hvordan det gjøres")),
    Column("result", N_("Resultat"), width=36, help=N_("Hva som er kommet ut av det")),
    Column("anchoring", N_("Forankring"), width=24, help=N_("Hvem som står bak: roller, ikke navn på personer")),
    Column("owner_role", N_("Ansvar (rolle)"), width=22, help=N_("En rolle, ikke et navn")),
    Column("starts", N_("Start"), kinds.KNOWN_DATE, 12, DATE_HELP),
    Column("ends", N_("Frist"), kinds.KNOWN_DATE, 12, DATE_HELP),
    Column("effect", N_("Effekt"), kinds.SCORE, 8, N_("1 liten – 5 stor")),
    Column("easy_for_staff", N_("Liten konsekvens for ansatte"), kinds.SCORE, 11,
           N_("1 store følger – 5 små følger for ansatte")),
    Column("easy_for_users", N_("Liten konsekvens for brukere"), kinds.SCORE, 11,
           N_("1 store følger – 5 små følger for brukere")),
    Column("acceptance", N_("Politisk aksept"), kinds.SCORE, 9, N_("1 lav – 5 høy")),
    Column("units_total", N_("Enheter i alt"), kinds.UNITS, 9, N_("Hvor mange enheter tiltaket gjelder")),
    Column("units_answered", N_("Enheter som har svart"), kinds.UNITS, 11,
           N_("Hvor mange av dem som har svart")),
    Column("units_planning", N_("Enheter som planlegger"), kinds.UNITS, 11,
           N_("Hvor mange av disse som planlegger det")),
    Column("units_done", N_("Enheter som er ferdige"), kinds.UNITS, 11,
           N_("Hvor mange som har gjort det")),
    Column("waits_for", N_("Venter på"), kinds.REFERENCE, 12,
           N_("Nummer på tiltak som må komme først, med semikolon: 2; 5")),
    Column("source", N_("Kilde"), width=24, help=N_("Dokumentet bak; tom når tiltaket er skrevet her")),
    Column("place", N_("Sted i kilden"), width=18, help=N_("Side eller overskrift")),
    Column("note", N_("Merknad"), width=30, help=N_("Det en leser må vite")),
    Column("measure", N_("ID"), width=34, help=ID_HELP),
)  # fmt: skip
QUESTIONS = (
    MEASURE,
    Column("code", N_("Kode"), kinds.QUESTION, 8, N_("Et underspørsmål, 1.3, eller et helt område, 3")),
    Column("label", N_("Underspørsmål eller område"), width=50, help=N_("Slås opp av koden"), is_read=False),
    Column("before", N_("Poeng før"), kinds.POINTS, 9, N_("Fra evalueringen programmet svarer på"), is_read=False),
    Column("maximum", N_("Maksimum"), kinds.POINTS, 10, N_("Slås opp av koden"), is_read=False),
    Column(
        "target_points", N_("Mål i poeng"), kinds.POINTS, 10, N_("Over poengene før, og høyst maksimum; kan stå tomt")
    ),
)
REMARKS = (
    MEASURE,
    Column("area", N_("Område"), kinds.AREA, 9, N_("Området i evalueringen, 1–8")),
    Column("kind", N_("Type"), kinds.word_for(words.REMARK_NAMES), 12, N_("{remark_kinds:or}")),
    Column("text", N_("Tekst"), width=90, help=N_("Slik det står i evalueringen")),
)
PHASES = (
    ANY,
    Column("name", N_("Fase"), width=34, help=N_("Hva fasen heter")),
    Column("starts", N_("Fra"), kinds.KNOWN_DATE, 12, DATE_HELP),
    Column("ends", N_("Til"), kinds.KNOWN_DATE, 12, DATE_HELP),
    Column("activities", N_("Aktiviteter"), width=60, help=N_("Hva som skjer i fasen")),
)
EVIDENCE = (
    MEASURE,
    Column(
        "level", N_("Nivå"), kinds.word_for(words.LEVEL_NAMES, numbered=True), 18, N_("Ett av de fire nivåene i listen")
    ),
    Column("date", N_("Dato"), kinds.KNOWN_DATE, 12, DATE_HELP),
    Column("text", N_("Hva som er sett"), width=70, help=N_("I en setning eller to")),
    Column("source", N_("Kilde"), width=34, help=N_("Hvor det står")),
)
MONEY = (
    ANY,
    Column("kind", N_("Slag"), kinds.word_for(words.KIND_OF_MONEY_NAMES), 13, N_("{kinds_of_money:or}")),
    Column("step", N_("Trinn"), kinds.word_for(words.STEP_NAMES), 12, N_("{steps_of_money:or}")),
    Column("amount", N_("Beløp i kroner"), kinds.KRONE, 16, N_("Uten minus, i hele kroner")),
    Column("first_year", N_("Fra år"), kinds.YEAR, 9, N_("Kan stå tomt")),
    Column("last_year", N_("Til år"), kinds.YEAR, 9, N_("Det samme året når beløpet gjelder ett år")),
    Column("note", N_("Merknad"), width=40, help=N_("For eksempel «omtrent»")),
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
