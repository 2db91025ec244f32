"""Writers of one SQLite file take turns, instead of knocking again and again.

SQLite lets one write at a time, and whoever waits tries again after ever longer naps: on a busy
last day somebody unlucky would nap through the whole busy timeout. Here the threads of a process
queue up at a lock, and only the first of each process knocks at the file beside the database.
"""

import fcntl
import os
import threading
import time
from collections.abc import MutableMapping
from contextlib import suppress
from typing import Any

PATIENCE_SECONDS = 20
NAP_SECONDS = 0.001
HELD = "turn of a writer"


class Turns:
    """The queue in front of one database file."""

    def __init__(self, database: str) -> None:
        self._path = f"{database}-turn"
        self._first = threading.Lock()

    def take(self, held_by: MutableMapping[Any, Any]) -> None:
        """Wait for the turn and note it with its holder, a connection's `info`.

        After a long wait without it: then SQLite itself says that it is busy.
        """
        if held_by.get(HELD) is not None or not self._first.acquire(timeout=PATIENCE_SECONDS):
            return
        door = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        held_by[HELD] = door
        until = time.monotonic() + PATIENCE_SECONDS
        while not _entered(door) and time.monotonic() < until:
            time.sleep(NAP_SECONDS)

    def leave(self, held_by: MutableMapping[Any, Any]) -> None:
        """Let the next one in; does nothing for whoever holds no turn."""
        door = held_by.pop(HELD, None)
        if door is not None:
            os.close(door)
            self._first.release()


def _entered(door: int) -> bool:
    with suppress(BlockingIOError):
        fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False
