"""The temporary folder in which a new store is made, and the removal of those whose process was killed.

A folder is in use while its process holds a lock on it, which the operating system releases when the process ends,
however it ends. Age would not do: the start right after a kill needs the room, and a slow disk may take its time.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.store import log

if sys.platform != "win32":  # where no folder is known to be abandoned, and so none is removed
    import fcntl

PREFIX = ".new-store-"


@contextmanager
def new_store_folder(path: Path) -> Iterator[Path]:
    """Yield a locked temporary folder beside the place of a store, and remove it afterwards."""
    folder, lock = _made_and_locked(path.parent)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _release(lock)


def remove_abandoned(path: Path) -> None:
    """Remove the folders in which a process began to make this store and was killed."""
    for folder in path.parent.glob(f"{PREFIX}*"):
        lock = _locked(folder)
        # Nothing is removed that holds anything but parts of a store of this name.
        if lock is not None and all(part.name.startswith(path.name) for part in folder.iterdir()):
            log.info("folder %s of a store that was never completed is removed", folder)
            shutil.rmtree(folder, ignore_errors=True)
        _release(lock)


def _made_and_locked(parent: Path) -> tuple[Path, int | None]:
    while True:
        folder = Path(tempfile.mkdtemp(dir=parent, prefix=PREFIX))
        lock = _locked(folder)
        if folder.exists():
            return folder, lock
        _release(lock)  # another process took the new folder for an abandoned one before it was locked


def _locked(folder: Path) -> int | None:
    """Return the descriptor that holds the lock on a folder; None if another process holds it, or none can be held."""
    if sys.platform == "win32":
        return None
    lock = None
    try:
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        _release(lock)
        return None
    return lock


def _release(lock: int | None) -> None:
    if lock is not None:
        os.close(lock)
