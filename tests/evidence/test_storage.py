"""What was put comes back as it was, or not at all."""

import os
import sys
from pathlib import Path

import pytest

from app.evidence.storage import Folder, Remote, StorageError, Store, fingerprint_of, store
from tests.support import databases

PAPER = b"neraca"


@pytest.fixture(params=["folder", "remote"])
def kept(request, tmp_path) -> Store:
    """A folder, and object storage as fsspec sees it."""
    if request.param == "folder":
        return Folder(tmp_path / "files")
    return Remote(f"memory://{tmp_path.name}-{request.function.__name__}")


def test_what_was_put_comes_back_under_its_fingerprint(kept):
    assert kept.put(PAPER) == fingerprint_of(PAPER) == kept.put(PAPER)
    assert kept.get(fingerprint_of(PAPER)) == PAPER


def test_what_was_never_put_is_not_there(kept):
    with pytest.raises(StorageError):
        kept.get(fingerprint_of(b"nothing"))


@pytest.mark.parametrize("asked", ["../../etc/passwd", "", "A" * 64])
def test_only_a_fingerprint_leads_to_a_file(kept, asked):
    with pytest.raises(StorageError):
        kept.get(asked)


def test_a_file_that_somebody_changed_is_not_handed_out(tmp_path):
    kept = Folder(tmp_path)
    kept.put(PAPER)
    (path,) = [each for each in tmp_path.rglob("*") if each.is_file()]
    path.write_bytes(b"another balance")
    with pytest.raises(StorageError):
        kept.get(fingerprint_of(PAPER))


def test_a_full_disk_leaves_no_half_a_file(tmp_path, monkeypatch):
    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    kept = Folder(tmp_path)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        kept.put(PAPER)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_storage_whose_library_is_not_installed_says_which(monkeypatch):
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(StorageError, match="s3fs"):
        Remote("s3://ember").put(PAPER)


@pytest.mark.either_database
def test_the_setting_says_where_files_lie(app, database_url, folder, tmp_path):
    kept = store()
    kept.put(PAPER)
    assert list((folder / "files").rglob(fingerprint_of(PAPER)))
    elsewhere = databases.make_app(database_url, folder, STORAGE_URL=f"{tmp_path.as_uri()}/a%20b")
    with elsewhere.app_context():
        store().put(PAPER)
    assert list(Path(tmp_path / "a b").rglob(fingerprint_of(PAPER)))


@pytest.mark.either_database
def test_the_doctor_tries_the_storage(app, command, folder):
    assert "Lampiran: berkas disimpan di" in command("doctor").output
    place = folder / "files"
    for path in place.rglob(fingerprint_of(b"e-Koperasi")):
        path.write_bytes(b"rotten")
    told = command("doctor")
    assert told.exit_code == 1
    assert "[buruk] Lampiran" in told.output
    for path in place.rglob(fingerprint_of(b"e-Koperasi")):
        path.unlink()
