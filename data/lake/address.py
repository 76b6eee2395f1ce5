"""The address of a lake: `ducklake:postgres:<libpq connection string>`, and the environment variables beside it."""

import os
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from data.lake.refusals import refused

PREFIX = "ducklake:postgres:"
FORM = f"{PREFIX}dbname=… host=… user=…"
"""How an address is written."""
DATA = "KOMPASSROSEN_LAKE_DATA"
"""Folder or `s3://…` for the Parquet files; only `lake create` needs it, since the catalogue remembers."""
REPLICA = "KOMPASSROSEN_REPLICA"
"""Path of the replica."""
VALUE = r"'(?:[^'\\]|\\.)*'?|(?:\\.|[^\s'\"\\])+"
"""A value in a connection string: in quotes, of which the last may be missing, or a word; a backslash escapes."""
BOUNDS = {
    "connect_timeout": 2,
    "tcp_user_timeout": 5000,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
}
"""Settings of libpq that end a connection to a machine that is gone; the address can give its own."""


@dataclass(frozen=True)
class Lake:
    """A lake by its catalogue, and where its replica lies on this machine.

    Attributes:
        catalogue: the connection string, for libpq.
    """

    catalogue: str
    replica: Path

    @property
    def name(self) -> str:
        """Return database and host, which can be shown: a connection string may hold a password."""
        if "://" in self.catalogue:
            return re.sub(r"^\w+://(.*@)?", "", self.catalogue.partition("?")[0])
        words = {name: value.strip("'") for name, value in re.findall(rf"(\w+)\s*=\s*({VALUE})", self.catalogue)}
        return "@".join(filter(None, (words.get("dbname"), words.get("host")))) or "postgres"


def lake_at(address: str) -> Lake:
    """Return the lake of an address that begins with `ducklake:postgres:`.

    Raises:
        LakeUnavailable: it begins with `ducklake:` alone, or names another catalogue.
    """
    if not address.startswith(PREFIX):
        raise refused("lake_of_other_kind", form=FORM)
    catalogue = address.removeprefix(PREFIX).strip()
    number = sha256(catalogue.encode()).hexdigest()[:8]
    beside_store = Path(__file__).parents[1] / f"replica-{number}.duckdb"
    return Lake(_bounded(catalogue), Path(os.environ.get(REPLICA) or beside_store).resolve())


def without_password(text: object) -> str:
    """Return a message of DuckDB or PostgreSQL with the passwords in it left out."""
    hidden = re.sub(rf"(password\s*=\s*)({VALUE})", r"\1…", str(text))
    return re.sub(r"(\w+://[^:/@\s]*):[^\s\"]*@", r"\1:…@", hidden)


def _bounded(catalogue: str) -> str:
    missing = [f"{name}={value}" for name, value in BOUNDS.items() if name not in catalogue]
    if not missing:
        return catalogue
    if "://" not in catalogue:
        return " ".join([catalogue, *missing])
    return catalogue + ("&" if "?" in catalogue else "?") + "&".join(missing)
