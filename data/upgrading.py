"""Upgrades a store of an older program to this program's edition: migrations, reference tables and macros.

The number of a migration file, `002_….sql`, is the edition it leads to; schema.sql is the whole newest edition.
"""

from datetime import UTC, datetime
from pathlib import Path

from data import reference_tables
from data.store import EDITION, MIGRATIONS, Store, log


def is_current(store: Store) -> bool:
    """Return whether a store has this program's edition, reference tables and macros."""
    return store.edition() == EDITION and reference_tables.are_current(store)


def upgrade(store: Store) -> None:
    """Run the missing migrations in order and refill the reference tables, all in one transaction."""
    with store.transaction() as cursor:
        for edition, migration in _missing(store.edition()):
            cursor.execute(migration.read_text(encoding="utf-8"))
            now = datetime.now(UTC).replace(tzinfo=None)
            cursor.execute("insert into migration values (?, ?, ?)", [edition, migration.name, now])
            cursor.execute("update store_format set format = ?", [edition])
            log.info("store %s was migrated to edition %s", store.path, edition)
        reference_tables.fill(cursor)


def _missing(edition: int) -> list[tuple[int, Path]]:
    """Return number and file of the migrations beyond this edition, oldest first."""
    return [(number, path) for number, path in sorted(MIGRATIONS.items()) if number > edition]
