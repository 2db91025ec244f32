"""Processor time per request, beside f and e: three servers of one worker, asked in turns.

The time is the workers' own (scheduler's nanoseconds), so neither the client nor the waiting of
a busy machine counts; gunicorn's share does, and is the same for the three. Ours is asked for
without compression, which f does not know; what that adds has a row of its own.
"""

import gzip
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from bench import places
from bench.servers import Client, Server, serve
from bench.tables import Row, times_at_most

REPEATS = 7
REQUESTS = 40
WARM = 12
Asking = Callable[[], object]


@dataclass(frozen=True)
class Pair:
    """A page of ours and what f shows instead."""

    what: str
    ours: str
    f: str
    target: float


PAIRS = (
    Pair("daftar, 100 baris", "/d/koperasi?per=100", "/list", 2),
    Pair(
        "daftar tersaring",
        "/d/koperasi?per=100&jenis=savings_loan",
        "/list?jenis=savings_loan",
        2,
    ),
    Pair("cari", "/d/koperasi?per=100&q=ksp", "/list?q=ksp", 2),
    Pair("papan kabupaten", "/d/", "/board", 1.5),
)


@dataclass(frozen=True)
class Turn:
    """One server and one request to it."""

    server: Server
    ask: Asking

    def cost(self, requests: int) -> float:
        """Milliseconds of processor time a request."""
        before = self.server.cpu()
        for _ in range(requests):
            self.ask()
        return (self.server.cpu() - before) / requests * 1000


def measure() -> list[Row]:
    """The table of pages."""
    with places.scratch(places.demo()) as database, tempfile.TemporaryDirectory() as folder:
        cookie = places.cookie(places.application(f"sqlite:///{database}"), "staf")
        with _our_client(database, cookie) as (_server, client):
            for number, pair in enumerate(PAIRS):
                body = _plain(*checked(client, pair.ours))
                (Path(folder) / f"{number}").write_bytes(body)
        with ExitStack() as running:
            mine = running.enter_context(_our_client(database, cookie))
            f = running.enter_context(_yardstick("f", {"DATABASE": str(database)}))
            e = running.enter_context(_yardstick("e", {"FILES": folder}))
            return [_row(number, pair, mine, f, e) for number, pair in enumerate(PAIRS)]


def in_turns(turns: Sequence[Turn], repeats: int = REPEATS) -> list[tuple[float, ...]]:
    """Each repeat: the cost of every turn, one after the other."""
    for turn in turns:
        turn.cost(WARM)
    return [tuple(turn.cost(REQUESTS) for turn in turns) for _ in range(repeats)]


def _row(
    number: int,
    pair: Pair,
    mine: tuple[Server, Client],
    f: tuple[Server, Client],
    e: tuple[Server, Client],
) -> Row:
    asked = ((mine, pair.ours), (f, pair.f), (e, f"/{number}"))
    turns = [
        Turn(server, lambda client=client, path=path: checked(client, path))  # type: ignore[misc]
        for (server, client), path in asked
    ]
    costs = in_turns(turns)
    ours, by_hand, bytes_only = (statistics.median(each) for each in zip(*costs, strict=True))
    return times_at_most(
        pair.what,
        f"{ours:.2f} ms",
        f"f {by_hand:.2f} ms, e {bytes_only:.2f} ms",
        [cost[0] / cost[1] for cost in costs],
        pair.target,
    )


def checked(client: Client, path: str) -> tuple[bytes, str]:
    status, body = client.get(path)
    if status != HTTPStatus.OK:
        raise RuntimeError(f"{path}: {status}")
    return body, client.headers.get("Content-Encoding", "")


def _plain(body: bytes, coding: str) -> bytes:
    return gzip.decompress(body) if coding == "gzip" else body


@contextmanager
def _our_client(database: Path, cookie: str) -> Iterator[tuple[Server, Client]]:
    variables = places.environment(f"sqlite:///{database}")
    with (
        serve("wsgi:app", variables, first="/healthz") as server,
        Client(server.port, cookie, packed=False) as client,
    ):
        yield server, client


@contextmanager
def _yardstick(name: str, variables: dict[str, str]) -> Iterator[tuple[Server, Client]]:
    target = f"bench.yardsticks.{name}:app"
    with serve(target, variables, first="/0") as server, Client(server.port) as client:
        yield server, client
