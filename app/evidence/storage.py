"""Where files lie: each once, under the SHA-256 of what it holds; a folder or object storage.

A name is not guessable and no address of the app speaks of it: who may read is asked in the
database first.
"""

import hashlib
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from flask import current_app

FINGERPRINT = re.compile(r"[0-9a-f]{64}")
HERE = "file"


class StorageError(OSError):
    """The storage does not answer, or gives back something else than was put there."""


class Store(Protocol):
    """All the app knows of it."""

    def put(self, content: bytes) -> str:
        """Keep it, whole or not at all; its fingerprint."""
        ...

    def get(self, fingerprint: str) -> bytes:
        """What was kept. Raises StorageError."""
        ...


class Folder:
    """Files of one machine: written beside their place, then renamed into it."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, content: bytes) -> str:
        fingerprint = fingerprint_of(content)
        place = self._root / _place(fingerprint)
        if place.exists():
            return fingerprint
        place.parent.mkdir(parents=True, exist_ok=True)
        number, path = tempfile.mkstemp(dir=place.parent, prefix=".new-")
        try:
            with os.fdopen(number, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(path).rename(place)
        except BaseException:
            with suppress(FileNotFoundError):
                Path(path).unlink()
            raise
        _settle(place.parent)
        return fingerprint

    def get(self, fingerprint: str) -> bytes:
        try:
            content = (self._root / _place(fingerprint)).read_bytes()
        except OSError as missing:
            raise StorageError(str(missing)) from missing
        return _as_it_was(content, fingerprint)


class Remote:
    """Object storage: one PUT is there whole or not at all."""

    def __init__(self, url: str) -> None:
        self._url = url

    def put(self, content: bytes) -> str:
        fingerprint = fingerprint_of(content)
        try:
            files, root = self._opened()
            path = f"{root}/{_place(fingerprint)}"
            if not files.exists(path):
                files.pipe_file(path, content)
        except Exception as error:  # every storage has errors of its own
            raise StorageError(str(error) or type(error).__name__) from error
        return fingerprint

    def get(self, fingerprint: str) -> bytes:
        try:
            files, root = self._opened()
            content: bytes = files.cat_file(f"{root}/{_place(fingerprint)}")
        except Exception as error:
            raise StorageError(str(error) or type(error).__name__) from error
        return _as_it_was(content, fingerprint)

    def _opened(self) -> tuple[Any, str]:
        """The file system and the path within it; fsspec keeps its connections."""
        import fsspec

        files, root = fsspec.url_to_fs(self._url)
        return files, str(root).rstrip("/")


def store() -> Store:
    """The storage of this deployment, from STORAGE_URL."""
    url = current_app.config["SETTINGS"].storage_url
    parts = urlsplit(url)
    return Folder(Path(unquote(parts.path))) if parts.scheme == HERE else Remote(url)


def fingerprint_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _place(fingerprint: str) -> str:
    """Two levels of folders, so that none grows too full. Raises StorageError."""
    if not FINGERPRINT.fullmatch(fingerprint):
        raise StorageError(f"{fingerprint!r} is no fingerprint")
    return f"{fingerprint[:2]}/{fingerprint[2:4]}/{fingerprint}"


def _as_it_was(content: bytes, fingerprint: str) -> bytes:
    if fingerprint_of(content) != fingerprint:
        raise StorageError(f"{fingerprint} has changed since it was stored")
    return content


def _settle(folder: Path) -> None:
    """The new name outlives a power cut too, as the row that speaks of it does."""
    door = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(door)
    finally:
        os.close(door)
