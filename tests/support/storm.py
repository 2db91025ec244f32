"""Many phones whose signal comes back: each sends what waited, over a line that drops and doubles.

A phone here is a queue of writes with a key each, as the outbox keeps them; it asks /api/sesi for
its token, sends one after the other, and goes on until each has its final answer.
"""

import json
import random
import socket
import time
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from http.client import HTTPException, HTTPResponse
from urllib.parse import urlencode

DROPPED, DOUBLED = 0.2, 0.1
NAP = (0.02, 0.2)
PATIENCE_SECONDS = 30
HANDS = 32
"""Phones that are being served at one moment; the others wait for a connection, as at a mast."""


class Break(Enum):
    """Where a line breaks: nothing is sent, half of it, or the answer is lost."""

    BEFORE = auto()
    HALFWAY = auto()
    ANSWER = auto()


@dataclass(frozen=True)
class Write:
    """One item of an outbox."""

    path: str
    fields: dict[str, str]
    key: str = field(default_factory=lambda: str(uuid.uuid4()))


@dataclass
class Phone:
    """Somebody's phone, signed in; `answers` holds the final status and place of each write."""

    cookie: str
    waiting: Sequence[Write]
    answers: list[tuple[int, str]] = field(default_factory=list)
    breaks: int = 0
    doubles: int = 0


@dataclass(frozen=True)
class Answer:
    status: int
    goes_to: str
    body: bytes
    cookie: str = ""


class LostError(Exception):
    """No answer came."""


def storm(port: int, phones: Sequence[Phone], seconds: float, seed: int) -> None:
    """Every phone comes back at some moment of so many seconds; ends when all have sent all."""
    chance = random.Random(seed)  # noqa: S311 the storm repeats itself, it keeps no secret
    moments = sorted(chance.uniform(0, seconds) for _ in phones)
    began = time.monotonic()

    def one(index: int) -> None:
        time.sleep(max(0.0, began + moments[index] - time.monotonic()))
        _come_back(port, phones[index], random.Random(seed + index))  # noqa: S311

    with ThreadPoolExecutor(HANDS) as hands:
        for done in [hands.submit(one, index) for index in range(len(phones))]:
            done.result()


def _come_back(port: int, phone: Phone, chance: random.Random) -> None:
    token = _until_heard(phone, chance, lambda: _ask(port, phone, "GET", "/api/sesi"))
    csrf, phone.cookie = json.loads(token.body)["csrf"], token.cookie or phone.cookie
    for write in phone.waiting:
        body = urlencode({**write.fields, "csrf_token": csrf})

        def send(write: Write = write, body: str = body) -> Answer:
            how = chance.choice(list(Break)) if chance.random() < DROPPED else None
            return _ask(port, phone, "POST", write.path, body, write.key, how)

        answer = _until_heard(phone, chance, send)
        phone.answers.append((answer.status, answer.goes_to))
        if chance.random() < DOUBLED:
            phone.doubles += 1
            again = _until_heard(phone, chance, send)
            assert (again.status, again.goes_to) == (answer.status, answer.goes_to)


def _until_heard(phone: Phone, chance: random.Random, ask) -> Answer:
    """Again after a nap, for as long as nothing is heard or the server is busy."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            answer = ask()
        except LostError:
            phone.breaks += 1
        else:
            if answer.status < 500:
                return answer
        assert time.monotonic() < until, "nobody answered for too long"
        time.sleep(chance.uniform(*NAP))


def _ask(
    port: int,
    phone: Phone,
    method: str,
    path: str,
    body: str = "",
    key: str = "",
    broken: Break | None = None,
) -> Answer:
    """One request over a line of its own. Raises LostError."""
    head = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Connection: close"]
    head += [f"Cookie: {phone.cookie}", f"Content-Length: {len(body)}"]
    if key:
        head += ["Content-Type: application/x-www-form-urlencoded", f"Idempotency-Key: {key}"]
    sent = ("\r\n".join(head) + f"\r\n\r\n{body}").encode()
    through = {Break.BEFORE: b"", Break.HALFWAY: sent[: len(sent) // 2]}
    try:
        with _line(port) as line:
            line.sendall(through.get(broken, sent))
            if broken:
                raise LostError
            return _heard(HTTPResponse(line))
    except (OSError, HTTPException) as gone:
        raise LostError from gone


def _heard(answer: HTTPResponse) -> Answer:
    answer.begin()
    cookie = (answer.headers["Set-Cookie"] or "").split(";")[0]
    return Answer(answer.status, answer.headers["Location"] or "", answer.read(), cookie)


@contextmanager
def _line(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS) as line:
        yield line
