"""Servers to measure: gunicorn with one worker, its processor time, and a client that waits."""

import gzip
import http
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from app.settings import ROOT

GUNICORN = str(Path(sys.executable).parent / "gunicorn")
PLAIN = str(Path(__file__).with_name("plain_gunicorn.py"))
OWN = str(ROOT / "gunicorn.conf.py")
"""What a deployment runs with: it lets the workers share more."""
OPTIONS = "--worker-class gthread --preload --log-level warning --no-control-socket"
KEEP_ALIVE = "--keep-alive 600"
PATIENCE_SECONDS = 30
KEPT_NAMES = ("PATH", "HOME", "LANG", "TMPDIR")


@dataclass(frozen=True)
class Server:
    """`workers`: the process ids that answer; `started_in`: seconds to the first answer."""

    port: int
    master: int
    workers: tuple[int, ...]
    started_in: float

    def cpu(self) -> float:
        """Seconds of processor time the workers have used, from the scheduler's nanoseconds."""
        return sum(_cpu_of(pid) for pid in self.workers)

    def pss_of(self, pid: int) -> float:
        """Proportional set size of one worker, MB: what it shares is shared out."""
        return _pss_of(pid)


class Client:
    """One kept-alive connection, like a browser's. Redirects are not followed."""

    def __init__(self, port: int, cookie: str = "", *, packed: bool = True) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
        coding = "gzip" if packed else "identity"
        self._headers = {"Accept-Encoding": coding, **({"Cookie": cookie} if cookie else {})}
        self.headers: Mapping[str, str] = {}

    def get(self, path: str) -> tuple[int, bytes]:
        return self._ask("GET", path, None, {})

    def get_text(self, path: str) -> str:
        """The page behind it, unpacked. Raises RuntimeError when it is refused."""
        status, body = self.get(path)
        if status != http.HTTPStatus.OK:
            raise RuntimeError(f"{path}: {status}")
        packed = self.headers.get("Content-Encoding") == "gzip"
        return (gzip.decompress(body) if packed else body).decode()

    def post(self, path: str, body: str) -> tuple[int, bytes]:
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, body, kind)

    def _ask(
        self, method: str, path: str, body: str | None, more: Mapping[str, str]
    ) -> tuple[int, bytes]:
        self._connection.request(method, path, body, {**self._headers, **more})
        answer = self._connection.getresponse()
        self.headers = answer.headers
        return answer.status, answer.read()

    def keep_cookie(self) -> None:
        """Send from now on what the last answer set."""
        self._headers["Cookie"] = self.headers["Set-Cookie"].split(";")[0]

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()


@contextmanager
def serve(
    target: str,
    variables: Mapping[str, str],
    *,
    workers: int = 1,
    threads: int = 4,
    first: str = "/",
    config: str = PLAIN,
) -> Iterator[Server]:
    """`target` is module:app. Ended by its process id, and only by that."""
    port = _free_port()
    hands = f"--workers {workers} --threads {threads} --bind 127.0.0.1:{port}"
    options = f"-c {config} {OPTIONS} {KEEP_ALIVE} {hands}".split()
    own = {name: os.environ[name] for name in KEPT_NAMES if name in os.environ}
    began = time.perf_counter()
    process = subprocess.Popen(
        (GUNICORN, *options, target),
        cwd=ROOT,
        env={**own, "PYTHONPATH": str(ROOT), **variables},
    )
    try:
        _wait_for_answer(port, first, process)
        taken = time.perf_counter() - began
        yield Server(port, process.pid, _wait_for_children(process.pid, workers), taken)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for_answer(port: int, path: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with Client(port) as client:
                client.get(path)
        except OSError:
            time.sleep(0.005)
        else:
            return
    raise RuntimeError("the server did not start")


def _wait_for_children(master: int, count: int) -> tuple[int, ...]:
    path = Path(f"/proc/{master}/task/{master}/children")
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        found = tuple(int(pid) for pid in path.read_text().split())
        if len(found) >= count:
            return found
        time.sleep(0.01)
    raise RuntimeError("a worker is missing")


def _cpu_of(pid: int) -> float:
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9


def _pss_of(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0
