"""Why a lake cannot be used: errors by what is done about them, and the sentences by code."""

from collections.abc import Mapping
from typing import Any

from data.language import N_, _
from data.store import StoreUnavailable


class LakeUnavailable(StoreUnavailable):
    """The lake cannot be used now; the message gives the reason and a remedy."""


class LakeLost(Exception):
    """The connection to the lake, or what it should have done, failed; nothing of it is saved unless said.

    Attributes:
        code: of the refusal that whoever wanted to save gets.
    """

    code = "lake_not_reached"


class LakeUnable(LakeLost):
    """PostgreSQL answers, but files cannot be read or written, or it refuses; nothing is saved."""

    code = "lake_cannot_save"


class LakeSilent(LakeLost):
    """PostgreSQL does not answer; the step on the lake is left to a thread that nobody waits for."""


class Conflict(LakeLost):
    """Another process saved in the lake meanwhile, and so nothing of this was."""

    code = "lake_busy"


class LakeBusy(LakeLost):
    """Other processes held the lock for longer than anybody should wait."""

    code = "lake_busy"


class Stopped(LakeLost):
    """The replica can follow the lake no longer; the message is a code that says why."""

    code = "lake_not_followed"


SENTENCES: Mapping[str, str] = {
    "lake_of_other_kind": N_(
        "Et felles datalager har en database i PostgreSQL, og ingen annen kan brukes. Skriv adressen som {form}."
    ),
    "lake_not_reached": N_(
        "Det felles datalageret {lake} svarer ikke. Ingenting er lagret, og det som vises, er det som var hentet "
        "før. Prøv igjen om litt; varer det, må den som driver serveren, se etter databasen."
    ),
    "lake_never_reached": N_(
        "Det felles datalageret {lake} svarer ikke, og det finnes ingen kopi av det på denne maskinen ennå. Prøv "
        "igjen om litt; varer det, må den som driver serveren, se etter databasen og filene."
    ),
    "lake_cannot_save": N_(
        "Databasen til det felles datalageret {lake} svarer, men kan ikke lagre: filene kan ikke nås, en disk er "
        "full, eller rettigheter mangler. Ingenting er lagret. Prøv igjen om litt; varer det, må den som driver "
        "serveren, se i loggen."
    ),
    "lake_busy": N_(
        "Andre lagrer i det felles datalageret {lake} akkurat nå. Ingenting er lagret; prøv igjen om litt."
    ),
    "lake_silent_while_saving": N_(
        "Det felles datalageret {lake} sluttet å svare mens det lagret, så det er uvisst om dette ble lagret. "
        "Se i loggen når det svarer igjen, før du prøver på nytt."
    ),
    "lake_not_made": N_(
        "Databasen {lake} svarer, men holder ikke noe datalager for Kompassrosen. Lag det først med: "
        "python -m data lake create."
    ),
    "lake_begun_elsewhere": N_(
        "Det felles datalageret {lake} er påbegynt med filene i {held}, og de kan ikke flyttes. Sett {name} til det "
        "samme, eller bruk en tom database."
    ),
    "lake_of_newer_program": N_(
        "Det felles datalageret {lake} har utgave {edition}, mens dette programmet leser utgave {ours} og eldre. "
        "Start en nyere utgave av programmet her."
    ),
    "lake_not_followed": N_(
        "Det felles datalageret {lake} er skiftet ut, satt tilbake eller oppgradert av en annen utgave av "
        "programmet, så denne serveren følger det ikke lenger. Ingenting er lagret. Start serveren på nytt med "
        "samme utgave som de andre."
    ),
    "lake_extension_missing": N_(
        "Et felles datalager krever utvidelsene ducklake og postgres til DuckDB, og de finnes ikke her og kan ikke "
        "hentes. Se deploy/README.md."
    ),
    "lake_command_failed": N_(
        "Det felles datalageret {lake} svarer ikke, eller gjør ikke det det blir bedt om. Se etter at adressen, "
        "brukeren og passordet er riktige. Med miljøvariabelen KOMPASSROSEN_LOG=ERROR vises hva databasen svarte."
    ),
    "replica_cannot_be_made": N_(
        "Kopien av det felles datalageret kan ikke legges i {file}: mappen kan ikke skrives til, eller disken er "
        "full. Velg et annet sted med miljøvariabelen KOMPASSROSEN_REPLICA."
    ),
    "replica_is_another_database": N_(
        "{file} er ingen kopi av et felles datalager, og er ikke rørt. Velg et annet sted for kopien med "
        "miljøvariabelen KOMPASSROSEN_REPLICA."
    ),
}
"""What is said to whoever meets it; what DuckDB and PostgreSQL said goes to the log."""


def refused(code: str, **values: Any) -> LakeUnavailable:
    """Return the refusal of a code, with what its sentence names."""
    return LakeUnavailable(code, _(SENTENCES[code], **values))
