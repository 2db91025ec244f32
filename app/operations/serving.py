"""`make run`: the database made ready, then the web and the worker beside each other.

When one of the two ends, so does the other. Nothing heavy is imported here.
"""

import errno
import hashlib
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

from app.settings import ROOT, Settings, SettingsError, read_settings

BIN = Path(sys.executable).parent
FLASK = (str(BIN / "flask"), "--app", "wsgi")
WEB = (str(BIN / "gunicorn"), "wsgi:app")
PATIENCE_SECONDS = 25
LOOK_EVERY_SECONDS = 0.2
ASKED_TO_STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(Exception):  # noqa: N818
    """Somebody asked us to stop: an ending, not an error."""


def main() -> int:
    """Serve until asked to stop; the exit code for the shell."""
    for each in ASKED_TO_STOP:
        signal.signal(each, _stop)
    try:
        settings = read_settings()
        refuse_taken_port(settings)
        _prepare(settings)
        return _serve(settings)
    except SettingsError as wrong:
        return _say(f"e-Koperasi: {wrong}", code=1)
    except subprocess.CalledProcessError as failed:
        return failed.returncode
    except Stopped:
        return _say("e-Koperasi: berhenti.")


def refuse_taken_port(settings: Settings) -> None:
    """Raise SettingsError when another program listens where we want to."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((settings.host, settings.port))
        except OSError as refusal:
            if refusal.errno != errno.EADDRINUSE:
                reason = f"HOST={settings.host} PORT={settings.port}: {refusal.strerror}."
                raise SettingsError(reason) from refusal
            free = settings.port + 1
            taken = f"port {settings.port} sedang dipakai program lain. Coba: make run PORT={free}"
            raise SettingsError(taken) from refusal


def _prepare(settings: Settings) -> None:
    """Migrations, articles and, the first time, demo data; nothing when nothing was added since.

    Asking costs a second of start, so an embedded database carries a stamp of what was there.
    """
    database = Path(settings.database_url.removeprefix("sqlite:///"))
    known = _brought()
    stamp = database.with_name(f"{database.name}.prepared")
    if database.is_file() and stamp.is_file() and stamp.read_text() == known:
        return
    subprocess.run((*FLASK, "prepare"), cwd=ROOT, check=True)  # noqa: S603
    if database.is_file():
        stamp.write_text(known)


def _brought() -> str:
    """The names of the migrations, and what the articles say."""
    migrations = (ROOT / "migrations" / "versions").glob("*.py")
    said = hashlib.sha256()
    for path in sorted((ROOT / "app" / "library" / "articles").glob("*.md")):
        said.update(path.name.encode() + path.read_bytes())
    return " ".join((*sorted(path.name for path in migrations), said.hexdigest()))


def _serve(settings: Settings) -> int:
    children = [_start(WEB)]
    try:
        _wait_until_open(settings, children)
        children.append(_start((*FLASK, "worker")))
        _say(f"== Buka {settings.public_url}  (Ctrl-C untuk berhenti)")
        if not settings.is_production:
            _say("== Masuk sebagai bendahara, staf, kabid, kadis, inspektur, dprd, atau admin;")
            _say("   kata sandi semua akun contoh: demo-koperasi-2026")
        while all(child.poll() is None for child in children):
            time.sleep(LOOK_EVERY_SECONDS)
        return _say("e-Koperasi: satu bagian berhenti sendiri, jadi semuanya dihentikan.", code=1)
    finally:
        _end(children)


def _start(command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """In a group of its own: Ctrl-C reaches only us, and we end both in good order."""
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True)  # noqa: S603


def _wait_until_open(settings: Settings, children: list[subprocess.Popen[bytes]]) -> None:
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "") else settings.host  # noqa: S104
    while all(child.poll() is None for child in children):
        try:
            with socket.create_connection((host, settings.port), timeout=1):
                return
        except OSError:
            time.sleep(LOOK_EVERY_SECONDS)


def _end(children: list[subprocess.Popen[bytes]]) -> None:
    for each in ASKED_TO_STOP:
        signal.signal(each, signal.SIG_IGN)
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise Stopped


def _say(sentence: str, code: int = 0) -> int:
    print(sentence, flush=True, file=sys.stderr if code else sys.stdout)
    return code


if __name__ == "__main__":
    sys.exit(main())
