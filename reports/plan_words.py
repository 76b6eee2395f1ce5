"""How programmes and measures are told: symbols of statuses, names of fields, dates, periods and amounts."""

from collections.abc import Mapping
from typing import Final

from data.catalogues import Written
from data.language import N_, Sentence, _
from data.numbers import day, number
from data.own_texts import plan_texts
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
    "name": N_("navn"),
    "municipality": N_("kommune"),
    "municipality_name": N_("kommunens navn"),
    "municipality_basis": N_("grunnlag for kommunen"),
    "target_year": N_("målår"),
    "evaluation_year": N_("evaluering, år"),
    "evaluation_version": N_("evaluering, versjon"),
    "programme": N_("program"),
    "parent": N_("programområde"),
    "title": N_("tittel"),
    "need": N_("behov"),
    "goal": N_("mål"),
    "activities": N_("aktiviteter"),
    "result": N_("resultat"),
    "anchoring": N_("forankring"),
    "owner_role": N_("ansvar"),
    "starts": N_("start"),
    "ends": N_("frist"),
    "status": N_("status"),
    "effect": N_("effekt"),
    "easy_for_staff": N_("liten konsekvens for ansatte"),
    "easy_for_users": N_("liten konsekvens for brukere"),
    "acceptance": N_("politisk aksept"),
    "units_total": N_("enheter i alt"),
    "units_answered": N_("enheter som har svart"),
    "units_planning": N_("enheter som planlegger"),
    "units_done": N_("enheter som har gjennomført"),
    "waits_for": N_("venter på"),
    "source": N_("kilde"),
    "place": N_("sted i kilden"),
    "note": N_("merknad"),
    "questions": N_("underspørsmål og områder"),
    "remarks": N_("svakheter det svarer på"),
    "phases": N_("faser"),
    "evidence": N_("dokumentasjon"),
    "money": N_("penger"),
}
"""Fields of a programme or measure."""
MONTH_NAMES: Final = (
    N_("januar"), N_("februar"), N_("mars"), N_("april"), N_("mai"), N_("juni"),
    N_("juli"), N_("august"), N_("september"), N_("oktober"), N_("november"), N_("desember"),
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


def in_known_time(known: str) -> Sentence:
    """Return when something is, as a sentence has it: `15.03.2013`, `i mars 2013`, `i 2013`."""
    is_a_day = len(known) == len("2026-01-01")
    return _("{day}", day=known_date(known)) if is_a_day else _("i {date}", date=known_date(known))


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


def retold(text: str) -> Sentence | Written:
    """Return a text of a plan: in the language spoken where we wrote it and shipped it, else as people wrote it.

    Titles and names are not retold, not even ours: they are what a programme and its measures are called.
    """
    return _(text) if text in plan_texts() else Written(text)


def cited(source: str, place: str | None) -> Sentence:
    """Return the source of a plan, with the place in it where that is known."""
    if place:
        return _("Kilde: {source}; {place}.", source=retold(source), place=retold(place))
    return _("Kilde: {source}.", source=retold(source))


def quoted(title: str | None) -> Sentence:
    """Return a title in quotation marks, or that there is none."""
    return _("«{title}»", title=title) if title else _("et tiltak uten tittel")
