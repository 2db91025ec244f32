"""Accepting a file: apart from the web process, in bounded room, before any write begins."""

import subprocess
import sys
from io import BytesIO

import pytest

from app.evidence import accepting
from app.evidence.accepting import MOST_BYTES, accept, open_apart
from app.evidence.opening import workshop
from app.evidence.opening.formats import Refusal, Refused
from app.evidence.storage import Folder, fingerprint_of
from app.settings import ROOT
from app.shared.writing import writing
from tests.support import files

MEGABYTE = 1024 * 1024
PEAK = (
    "import sys; from app.evidence.opening import workshop; workshop.main();"
    "sys.stderr.write(open('/proc/self/status').read())"
)


@pytest.fixture
def kept(tmp_path) -> Folder:
    return Folder(tmp_path)


def test_a_photo_is_kept_under_what_it_became_and_known_by_what_was_sent(kept):
    sent = files.image("PNG", (2000, 1000))
    found = accept("Neraca.png", BytesIO(sent), kept)
    assert found.name == "Neraca.jpg"
    assert found.sent_hash == fingerprint_of(sent)
    assert found.content_hash == fingerprint_of(kept.get(found.content_hash))
    assert found.size == len(kept.get(found.content_hash))
    assert kept.get(found.preview_hash).startswith(b"\xff\xd8\xff")


def test_the_same_photo_twice_is_stored_once(kept, tmp_path):
    first, second = (accept("a.jpg", BytesIO(files.image()), kept) for _ in range(2))
    assert first == second
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 2


def test_the_content_wins_over_the_name(kept):
    assert accept("foto.jpg", BytesIO(files.pdf()), kept).name == "foto.pdf"


@pytest.mark.parametrize("content", [b"%PDF-" + bytes(MOST_BYTES), b""], ids=["too large", "empty"])
def test_size_is_looked_at_before_a_process_is_started(kept, monkeypatch, content):
    monkeypatch.setattr(subprocess, "run", lambda *_a, **_k: pytest.fail("it was opened"))
    with pytest.raises(Refused) as refused:
        accept("a.pdf", BytesIO(content), kept)
    assert refused.value.why in {Refusal.TOO_LARGE, Refusal.EMPTY}


def test_whoever_reads_the_form_afterwards_finds_the_whole_file(kept):
    stream = BytesIO(files.image())
    accept("a.jpg", stream, kept)
    assert stream.tell() == 0


def test_a_file_is_never_opened_while_a_write_is_open():
    with writing(), pytest.raises(RuntimeError):
        open_apart(files.image())


def test_a_process_that_dies_refuses_only_its_file(monkeypatch):
    dying = ("-c", "import os; os.kill(os.getpid(), 9)")
    monkeypatch.setattr(accepting, "WORKSHOP", dying)
    with pytest.raises(Refused) as refused:
        open_apart(files.image())
    assert refused.value.why is Refusal.DAMAGED


def test_a_file_that_never_ends_is_given_up(monkeypatch):
    monkeypatch.setattr(accepting, "WORKSHOP", ("-c", "import time; time.sleep(60)"))
    monkeypatch.setattr(accepting, "PATIENCE_SECONDS", 0.2)
    with pytest.raises(Refused):
        open_apart(files.image())


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells its peak only here")
@pytest.mark.parametrize(
    "sent",
    [
        files.image("PNG", (8000, 6200), "RGBA", colour=0, compress_level=1),
        files.image("JPEG", (8000, 6200)),
        files.workbook({"xl/sheet.xml": bytes(90 * MEGABYTE)}),
        files.pdf(20),
    ],
    ids=["50 megapixel PNG", "50 megapixel JPEG", "bomb", "PDF"],
)
def test_the_largest_files_need_less_than_300_megabytes(sent):
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", PEAK],
        input=sent,
        capture_output=True,
        check=True,
        env={"PYTHONPATH": str(ROOT)},
    )
    told = dict(line.split(":", 1) for line in done.stderr.decode().splitlines())
    assert int(told["VmPeak"].split()[0]) < 300 * 1024


def test_more_room_than_that_is_given_to_nobody():
    greedy = f"bytes({workshop.MEMORY})"
    words = "from app.evidence.opening import workshop; workshop.main(); " + greedy
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", words],
        input=b"",
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(ROOT)},
    )
    assert b"MemoryError" in done.stderr


def test_the_process_that_opens_files_knows_no_secret(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "nobody's business")
    tell = "import os, json; print(json.dumps({'refused': 'locked'} if 'SECRET_KEY' in os.environ"
    monkeypatch.setattr(accepting, "WORKSHOP", ("-c", tell + " else {'refused': 'empty'}))"))
    with pytest.raises(Refused) as refused:
        open_apart(files.image())
    assert refused.value.why is Refusal.EMPTY


def test_starting_the_application_loads_no_library_for_files():
    words = (
        "import sys; from app import create_app; create_app();"
        "print(sorted({'PIL', 'pypdf', 'fsspec', 'defusedxml', 's3fs'} & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
