"""Why a lake cannot be used, in sentences."""

from data.language import Sentence, _
from data.store import StoreUnavailable


class LakeUnavailable(StoreUnavailable):
    """The lake cannot be used now; the message gives the reason and a remedy."""


class LakeLost(Exception):
    """The connection to the lake, or what it should have done, failed; nothing of it is saved unless said."""


class LakeUnable(LakeLost):
    """PostgreSQL answers, but files cannot be read or written, or it refuses; nothing is saved."""


class LakeSilent(LakeLost):
    """PostgreSQL does not answer; the step on the lake is left to a thread that nobody waits for."""


class Conflict(LakeLost):
    """Another process saved in the lake meanwhile, and so nothing of this was."""


class LakeBusy(LakeLost):
    """Other processes held the lock for longer than anybody should wait."""


def not_reached(name: str) -> LakeUnavailable:
    """Return the refusal of a lake that does not answer."""
    return LakeUnavailable(
        "lake_not_reached",
        _(
            "Det felles datalageret {lake} svarer ikke. Ingenting er lagret, og det som vises, er det som var hentet "
            "før. Prøv igjen om litt; varer det, må den som driver serveren, se etter databasen.",
            lake=name,
        ),
    )


def nothing_to_show(name: str) -> LakeUnavailable:
    """Return the refusal of a lake that does not answer where there is no replica of it."""
    return LakeUnavailable(
        "lake_not_reached",
        _(
            "Det felles datalageret {lake} svarer ikke, og det finnes ingen kopi av det på denne maskinen ennå. Prøv "
            "igjen om litt; varer det, må den som driver serveren, se etter databasen og filene.",
            lake=name,
        ),
    )


def unable(name: str) -> LakeUnavailable:
    """Return the refusal of a lake whose files cannot be reached, or whose database refuses what is saved."""
    return LakeUnavailable(
        "lake_cannot_save",
        _(
            "Databasen til det felles datalageret {lake} svarer, men kan ikke lagre: filene kan ikke nås, en disk er "
            "full, eller rettigheter mangler. Ingenting er lagret. Prøv igjen om litt; varer det, må den som driver "
            "serveren, se i loggen.",
            lake=name,
        ),
    )


def busy(name: str) -> LakeUnavailable:
    """Return the refusal when others save for too long."""
    return LakeUnavailable(
        "lake_busy",
        _(
            "Andre lagrer i det felles datalageret {lake} akkurat nå. Ingenting er lagret; prøv igjen om litt.",
            lake=name,
        ),
    )


def unclear(name: str) -> LakeUnavailable:
    """Return the refusal when the lake fell silent in the very moment of saving."""
    return LakeUnavailable(
        "lake_silent_while_saving",
        _(
            "Det felles datalageret {lake} sluttet å svare mens det lagret, så det er uvisst om dette ble lagret. "
            "Se i loggen når det svarer igjen, før du prøver på nytt.",
            lake=name,
        ),
    )


def not_made(name: str) -> LakeUnavailable:
    """Return the refusal of a database without a lake."""
    return LakeUnavailable(
        "lake_not_made",
        _(
            "Databasen {lake} svarer, men holder ikke noe datalager for Kompassrosen. Lag det først med: "
            "python -m data lake create.",
            lake=name,
        ),
    )


def of_newer_program(name: str, edition: int, ours: int) -> LakeUnavailable:
    """Return the refusal of a lake of a newer edition."""
    return LakeUnavailable("lake_of_newer_program", newer(name, edition, ours))


def newer(name: str, edition: int, ours: int) -> Sentence:
    """Return the sentence that the lake has a newer edition than this program."""
    return _(
        "Det felles datalageret {lake} har utgave {edition}, mens dette programmet leser utgave {ours} og eldre. "
        "Start en nyere utgave av programmet her.",
        lake=name,
        edition=edition,
        ours=ours,
    )


def no_extension() -> LakeUnavailable:
    """Return the refusal when DuckDB's extensions are missing."""
    return LakeUnavailable(
        "lake_extension_missing",
        _(
            "Et felles datalager krever utvidelsene ducklake og postgres til DuckDB, og de finnes ikke her og kan ikke "
            "hentes. Se deploy/README.md."
        ),
    )


def replica_not_made(name: str) -> LakeUnavailable:
    """Return the refusal when there is no room for the replica."""
    return LakeUnavailable(
        "replica_cannot_be_made",
        _(
            "Kopien av det felles datalageret kan ikke legges i {file}: mappen kan ikke skrives til, eller disken er "
            "full. Velg et annet sted med miljøvariabelen KOMPASSROSEN_REPLICA.",
            file=name,
        ),
    )


def no_replica(name: str) -> LakeUnavailable:
    """Return the refusal where another database lies in the place of the replica."""
    return LakeUnavailable(
        "replica_is_another_database",
        _(
            "{file} er ingen kopi av et felles datalager, og er ikke rørt. Velg et annet sted for kopien med "
            "miljøvariabelen KOMPASSROSEN_REPLICA.",
            file=name,
        ),
    )


def stopped(name: str) -> LakeUnavailable:
    """Return the refusal of a lake that this replica can follow no longer."""
    return LakeUnavailable(
        "lake_not_followed",
        _(
            "Det felles datalageret {lake} er skiftet ut, satt tilbake eller oppgradert av en annen utgave av "
            "programmet, så denne serveren følger det ikke lenger. Ingenting er lagret. Start serveren på nytt med "
            "samme utgave som de andre.",
            lake=name,
        ),
    )


def failed(name: str, reason: str) -> LakeUnavailable:
    """Return the refusal of a command, with the reason in the words of the database."""
    return LakeUnavailable(
        "lake_command_failed",
        _(
            "Det felles datalageret {lake} kunne ikke brukes: {reason}",
            lake=name,
            reason=reason.splitlines()[0] if reason else "",
        ),
    )
