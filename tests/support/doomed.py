"""A server in a process of its own which kills itself while a report is filed.

Run as `python -m tests.support.doomed PORT DATABASE_URL INSTANCE MOMENT`; MOMENT is "before" or
"after" the commit. `dying_at` does that, and waits until it listens.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import event
from sqlalchemy.orm import Session
from werkzeug.serving import make_server

from app.reports.models import Filing
from app.settings import ROOT
from tests.support.databases import make_app
from tests.support.live import Live

HERE = "127.0.0.1"
MOMENTS = {"before": "before_commit", "after": "after_commit"}
PATIENCE_SECONDS = 60


@contextmanager
def dying_at(moment: str, live: Live) -> Iterator[subprocess.Popen[bytes]]:
    """It stands in for the server of `live`, on the same database, until it has died."""
    live.server.stop()
    port = str(urlsplit(live.url).port)
    database = live.app.config["SQLALCHEMY_DATABASE_URI"]
    words = [sys.executable, "-m", "tests.support.doomed", port, database]
    child = subprocess.Popen([*words, live.app.instance_path, moment], cwd=ROOT)  # noqa: S603
    try:
        _wait_until_it_listens(int(port), child)
        yield child
        assert child.wait(PATIENCE_SECONDS) == -signal.SIGKILL
    finally:
        child.kill()
        child.wait()
        live.server.start()


def _wait_until_it_listens(port: int, child: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and child.poll() is None:
        with socket.socket() as knock:
            if knock.connect_ex((HERE, port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"the server never listened; its exit code: {child.poll()}")


def _serve(port: int, database: str, instance: Path, moment: str) -> None:
    app = make_app(database, instance)
    app.testing = False
    event.listen(Session, MOMENTS[moment], _die_with_a_filing)
    event.listen(Filing, "after_insert", lambda _mapper, _connection, _filing: _filed.append(1))
    make_server(HERE, port, app, threaded=True).serve_forever()


_filed: list[int] = []


def _die_with_a_filing(_session: Session) -> None:
    if _filed:
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    _serve(int(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), sys.argv[4])
