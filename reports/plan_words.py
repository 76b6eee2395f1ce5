"""How programmes and measures are told: symbols of statuses, names of fields, dates, periods and amounts."""

from collections.abc import Mapping
from typing import Final

from data.language import Sentence, _
from data.numbers import day, number
from data.plans.dates import KNOWN, first_day
from data.plans.words import STATUS_NAMES

STATUS_SYMBOLS: Final[Mapping[str, str]] = {
    "idea": "○",
    "investigated": "◔",
    "decided": "◑",
    "started": "◕",
    "done": "●",
    "stopped": "✕",
}
FIELD_NAMES: Final[Mapping[str, str]] = {
    "name": "navn",
    "municipality": "kommune",
    "municipality_name": "kommunens navn",
    "municipality_basis": "grunnlag for kommunen",
    "target_year": "målår",
    "evaluation_year": "evaluering, år",
    "evaluation_version": "evaluering, versjon",
    "programme": "program",
    "parent": "område i programmet",
    "title": "tittel",
    "need": "behov",
    "goal": "mål",
    "activities": "tiltak",
    "result": "resultat",
    "anchoring": "forankring",
    "owner_role": "ansvar",
    "starts": "start",
    "ends": "frist",
    "status": "status",
    "effect": "effekt",
    "easy_for_staff": "liten konsekvens for ansatte",
    "easy_for_users": "liten konsekvens for brukere",
    "acceptance": "politisk aksept",
    "units_total": "enheter i alt",
    "units_answered": "enheter som har svart",
    "units_planning": "enheter som planlegger",
    "units_done": "enheter som har gjennomført",
    "waits_for": "venter på",
    "source": "kilde",
    "place": "sted i kilden",
    "note": "merknad",
    "questions": "underspørsmål og områder",
    "remarks": "svakheter det svarer på",
    "phases": "faser",
    "evidence": "dokumentasjon",
    "money": "penger",
}
"""Fields of a programme or measure."""
MONTH_NAMES: Final = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
MILLION: Final = 1_000_000


def status_with_symbol(status: str) -> str:
    """Return a status with its symbol, which fills as the work goes on: `◕ i gang`."""
    name = _(STATUS_NAMES[status]) if status in STATUS_NAMES else status
    return _("{symbol}\u00a0{status}", symbol=STATUS_SYMBOLS.get(status, ""), status=name)


def known_date(known: str) -> str:
    """Return a date as exact as known: `2013`, `mars 2013` or `15.03.2013`; what is no date as it stands."""
    match, first = KNOWN.fullmatch(known), first_day(known)
    if match is None or first is None:
        return known
    if match[3]:
        return day(first)
    return _("{month} {year}", month=_(MONTH_NAMES[first.month - 1]), year=first.year) if match[2] else match[1]


def period(starts: str | None, ends: str | None) -> Sentence | None:
    """Return a period with what is known of it: `2013 til mars 2016`, `fra 2013`, `til 2014`; None if nothing is."""
    if starts and ends:
        if starts == ends:
            return _("{date}", date=known_date(starts))
        return _("{starts} til {ends}", starts=known_date(starts), ends=known_date(ends))
    if starts:
        return _("fra {starts}", starts=known_date(starts))
    return _("til {ends}", ends=known_date(ends)) if ends else None


def kroner(amount: int) -> Sentence:
    """Return an amount in words that lose nothing of it: `9,8 mill. kroner`, `450 000 kroner`."""
    if amount >= MILLION and amount % (MILLION // 10) == 0:
        return _("{amount:shortest} mill. kroner", amount=amount / MILLION)
    return _("{amount} kroner", amount=number(amount))


def quoted(title: str | None) -> Sentence:
    """Return a title in quotation marks, or that there is none."""
    return _("«{title}»", title=title) if title else _("et tiltak uten tittel")
