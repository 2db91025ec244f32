"""A real Firefox, asked over WebDriver BiDi; only what a journey without a signal needs of it."""

import asyncio
import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

NAMES = ("firefox-esr", "firefox")
LISTENS = re.compile(rb"WebDriver BiDi listening on (ws://\S+)")
PATIENCE_SECONDS = 30


class Firefox:
    """One window of one Firefox; everything waits until it is done."""

    def __init__(self, address: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._numbers = count(1)
        Thread(target=self._loop.run_forever, daemon=True).start()
        self._socket = self._wait(_connect(f"{address}/session"))
        self.ask("session.new", capabilities={})
        self._tab = self.ask("browsingContext.create", type="tab")["context"]

    def ask(self, method: str, **params: Any) -> Any:
        return self._wait(self._exchange({"method": method, "params": params}))

    def sign_in(self, cookie: dict[str, str]) -> None:
        value = {"type": "string", "value": cookie["value"]}
        told = {"name": cookie["name"], "value": value, "domain": "127.0.0.1", "path": "/"}
        self.ask("storage.setCookie", cookie=told)

    def open(self, url: str) -> None:
        self.ask("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def run(self, script: str) -> Any:
        """What an expression comes to, a promise included."""
        asked = f"Promise.resolve({script}).then((found) => JSON.stringify(found) ?? 'null')"
        target = {"context": self._tab}
        answer = self.ask("script.evaluate", expression=asked, target=target, awaitPromise=True)
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    def until(self, script: str) -> None:
        """Ask again and again; a page that is just leaving is asked once it has come."""
        last = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < last:
            try:
                if self.run(script):
                    return
            except (AssertionError, RuntimeError):
                pass
            time.sleep(0.1)
        raise AssertionError(f"never came true: {script}")

    def type(self, selector: str, text: str) -> None:
        self.run(f"document.querySelector({json.dumps(selector)}).focus()")
        turns = [{"type": turn, "value": key} for key in text for turn in ("keyDown", "keyUp")]
        keys = {"type": "key", "id": "keyboard", "actions": turns}
        self.ask("input.performActions", context=self._tab, actions=[keys])

    def close(self) -> None:
        self.ask("browser.close")
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _wait(self, coming: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(coming, self._loop).result(PATIENCE_SECONDS)

    async def _exchange(self, command: dict[str, Any]) -> Any:
        number = next(self._numbers)
        await self._socket.send_json({"id": number, **command})
        while (answer := await self._socket.receive_json()).get("id") != number:
            pass  # events and answers nobody waits for
        if answer["type"] == "error":
            raise RuntimeError(f"{answer['error']}: {answer['message']}")
        return answer["result"]


async def _connect(address: str) -> ClientWebSocketResponse:
    return await ClientSession().ws_connect(address, max_msg_size=0)


def found() -> str | None:
    """Where Firefox is on this machine, if it is."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def opened(profile: Path) -> Iterator[Firefox]:
    """A Firefox with an empty profile."""
    words = ["--headless", "--remote-debugging-port", "0", "--profile", str(profile)]
    process = subprocess.Popen([str(found()), *words], stderr=subprocess.PIPE)  # noqa: S603
    assert process.stderr
    try:
        told = (LISTENS.search(line) for line in process.stderr)
        firefox = Firefox(next(filter(None, told))[1].decode())
        yield firefox
        firefox.close()
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)
        process.stderr.close()
