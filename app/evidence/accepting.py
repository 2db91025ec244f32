"""From what a form brought to a file that is kept, before any write begins.

Opening a file takes long and asks much; a writer of SQLite would keep everybody waiting.
"""

import json
import subprocess
import sys
import threading
from dataclasses import dataclass
from typing import IO

from app.evidence.names import shown_name
from app.evidence.opening.formats import Format, Refusal, Refused
from app.evidence.storage import Store, fingerprint_of
from app.settings import ROOT
from app.shared.writing import is_writing

MOST_BYTES = 10 * 1024 * 1024
PATIENCE_SECONDS = 20
WORKSHOP = ("-m", "app.evidence.opening.workshop")
_one_at_a_time = threading.Lock()
"""Each process opens one file at once, so that many phones do not need much memory."""


@dataclass(frozen=True)
class Accepted:
    """A file that lies in the storage and belongs to nothing yet: the columns of a KeptFile."""

    name: str
    format: Format
    content_hash: str
    sent_hash: str
    preview_hash: str
    size: int
    pages: int


@dataclass(frozen=True)
class Opened:
    """What the workshop said of a file; without `kept` it is kept as it came."""

    format: Format
    pages: int
    kept: bytes
    preview: bytes


def accept(name: str, stream: IO[bytes], store: Store) -> Accepted:
    """Check a file, make it harmless and keep it. Raises Refused or StorageError."""
    content = stream.read(MOST_BYTES + 1)
    stream.seek(0)
    if len(content) > MOST_BYTES:
        raise Refused(Refusal.TOO_LARGE)
    found = open_apart(content)
    kept = found.kept or content
    return Accepted(
        name=shown_name(name, found.format),
        format=found.format,
        content_hash=store.put(kept),
        sent_hash=fingerprint_of(content),
        preview_hash=store.put(found.preview) if found.preview else "",
        size=len(kept),
        pages=found.pages,
    )


def open_apart(content: bytes) -> Opened:
    """Open a file in a process of its own. Raises Refused, also when that process died."""
    if is_writing():
        raise RuntimeError("files are opened before the write begins")
    if not content:
        raise Refused(Refusal.EMPTY)
    with _one_at_a_time:
        answer = _asked(content)
    line, _newline, rest = answer.partition(b"\n")
    told = json.loads(line)
    if "refused" in told:
        raise Refused(Refusal(told["refused"]))
    size = told["kept"]
    return Opened(Format(told["format"]), told["pages"], rest[:size], rest[size:])


def _asked(content: bytes) -> bytes:
    """The workshop knows no environment: nothing in it could be given away."""
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, *WORKSHOP],
            input=content,
            capture_output=True,
            check=True,
            timeout=PATIENCE_SECONDS,
            env={"PYTHONPATH": str(ROOT)},
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as died:
        raise Refused(Refusal.DAMAGED) from died
    return done.stdout
