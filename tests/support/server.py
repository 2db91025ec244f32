"""A threaded server on a port of its own, which can go away, come back, and lose its answers."""

import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

from flask import Flask
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

HERE = "127.0.0.1"


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the browser's own console tells what failed."""


class Server:
    """Serves one application; `stop` and `start` again keep the address."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._port = 0
        self._running: tuple[BaseWSGIServer, Thread] | None = None
        self._loses_answers = False
        self._may_answer = Event()
        self._may_answer.set()

    @property
    def url(self) -> str:
        return f"http://{HERE}:{self._port}"

    def start(self) -> None:
        """Listen, at the same address as before. Does nothing when already started."""
        if self._running is not None:
            return
        listening = make_server(
            HERE, self._port, self._answer, threaded=True, request_handler=_Quiet
        )
        self._port = listening.server_port
        rhythm = {"poll_interval": 0.05}
        thread = Thread(target=listening.serve_forever, kwargs=rhythm, daemon=True)
        thread.start()
        self._running = (listening, thread)

    def stop(self) -> None:
        """From here on connections are refused. Does nothing when already stopped."""
        if self._running is None:
            return
        listening, thread = self._running
        listening.shutdown()
        thread.join()
        listening.server_close()
        self._running = None

    @contextmanager
    def away(self) -> Iterator[None]:
        """Stopped for as long as this lasts."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    @contextmanager
    def losing_answers(self) -> Iterator[None]:
        """Everything asked is done, and no answer gets back: the line breaks in between."""
        self._loses_answers = True
        try:
            yield
        finally:
            self._loses_answers = False

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Nothing is answered until this ends: a signal so weak that it might as well be none."""
        self._may_answer.clear()
        try:
            yield
        finally:
            self._may_answer.set()

    def _answer(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        self._may_answer.wait()
        answer = self._app(environ, start)
        if self._loses_answers:
            environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
        return answer
