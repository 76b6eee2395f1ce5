"""Which process has which replica: a lock beside the file tells."""

import os
import sys
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_locks: dict[Path, int] = {}
"""The descriptors by which this process holds its replicas."""


def claimed(path: Path) -> Path:
    """Return the path of a replica that no other process has: this one, else with the first free number in its name.

    Raises:
        OSError: its folder cannot be made or written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    number = 1
    while not _claim(numbered := path.with_stem(f"{path.stem}.{number}") if number > 1 else path):
        number += 1
    return numbered


def _claim(path: Path) -> bool:
    if sys.platform == "win32":
        return True
    descriptor = os.open(path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return False
    _locks[path] = descriptor
    return True


def release(path: Path) -> None:
    """Let another process have the replica."""
    if path in _locks:
        os.close(_locks.pop(path))
