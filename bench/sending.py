"""Sending a report, durably: its processor time beside f, its delay at 26 a second, its rate."""

import os
import statistics
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from bench import drafts, places
from bench.drafts import Sending
from bench.servers import Client, Server, serve
from bench.tables import Row, at_least, at_most, times_at_most

REPEATS, EACH = 7, 12
PER_SECOND, SECONDS = 26, 12
SUSTAINED = 400
HANDS = 8
FLOORS = {"SQLite": 100, "PostgreSQL": 260}
SEE_OTHER = 303


def measure() -> list[Row]:
    """SQLite beside f; then both databases under load."""
    rows = []
    with places.scratch(places.demo()) as ours, places.scratch(places.demo()) as by_hand:
        rows.append(_cost(f"sqlite:///{ours}", f"sqlite:///{by_hand}"))
    with places.scratch(places.demo()) as database:
        rows += _load("SQLite", f"sqlite:///{database}")
    with places.postgres() as url:
        rows += _load("PostgreSQL", url)
    return rows


def fsync_cost() -> float:
    """Milliseconds of one small durable write where the databases lie, the median of 200."""
    path, times = places.SHELF / "fsync", []
    with path.open("wb", buffering=0) as file:
        for _ in range(200):
            began = time.perf_counter()
            file.write(b"x" * 4096)
            os.fsync(file.fileno())
            times.append(time.perf_counter() - began)
    path.unlink()
    return statistics.median(times) * 1000


def _cost(url: str, other: str) -> Row:
    ids = drafts.unfile(url)
    drafts.unfile(other)
    cookie = places.cookie(places.application(url), "staf")
    file = other.removeprefix("sqlite:///")
    with (
        serve("wsgi:app", places.environment(url), first="/masuk") as mine,
        serve("bench.yardsticks.f:app", {"DATABASE": file}, first="/list") as f,
        Client(mine.port, cookie) as client,
        Client(f.port) as plain,
    ):
        waiting = drafts.sendable(mine, cookie, ids, (REPEATS + 1) * EACH)
        pairs = []
        for turn in range(REPEATS + 1):
            part = waiting[turn * EACH : (turn + 1) * EACH]
            ours = _spent(mine, client, part, "/k/laporan/{}/kirim")
            pairs.append((ours, _spent(f, plain, part, "/submit/{}")))
    pairs = pairs[1:]  # the first turn warms both
    ours, beside = (statistics.median(each) for each in zip(*pairs, strict=True))
    ratios = [pair[0] / pair[1] for pair in pairs]
    return times_at_most("kirim laporan", f"{ours:.2f} ms", f"f {beside:.2f} ms", ratios, 2)


def _spent(server: Server, client: Client, part: Sequence[Sending], address: str) -> float:
    before = server.cpu()
    for each in part:
        _sent(client, address.format(each.report_id), each.body)
    return (server.cpu() - before) / len(part) * 1000


def _sent(client: Client, path: str, body: str) -> float:
    """Seconds until the receipt; anything else is an error."""
    began = time.perf_counter()
    status, answer = client.post(path, body)
    if status != SEE_OTHER:
        raise RuntimeError(f"{path}: {status} {answer[:200]!r}")
    return time.perf_counter() - began


def _load(name: str, url: str) -> list[Row]:
    ids = drafts.unfile(url)
    cookie = places.cookie(places.application(url), "staf")
    disk = f"satu fsync {fsync_cost():.1f} ms"
    with serve("wsgi:app", places.environment(url), workers=2, first="/masuk") as server:
        steady = PER_SECOND * SECONDS
        waiting = drafts.sendable(server, cookie, ids, steady + SUSTAINED * 2)
        delays = sorted(_at_a_pace(server, cookie, waiting[:steady]))
        rate = _all_at_once(server, waiting[steady:-SUSTAINED], "/k/laporan/{}/kirim", cookie)
    with serve("bench.yardsticks.f:app", {"DATABASE": url}, workers=2, first="/") as f:
        by_hand = _all_at_once(f, waiting[-SUSTAINED:], "/submit/{}")
    late = delays[int(len(delays) * 0.99)] * 1000
    middle = statistics.median(delays) * 1000
    return [
        at_most(
            f"kirim, p99 pada 26/detik, {name}", late, 100, "ms", f"median {middle:.0f} ms, {disk}"
        ),
        at_least(
            f"kirim terus-menerus, {name}",
            rate,
            FLOORS[name],
            "/detik",
            f"f {by_hand:.0f}/detik, {disk}",
        ),
    ]


def _at_a_pace(server: Server, cookie: str, waiting: Sequence[Sending]) -> list[float]:
    """Each at its moment, whether or not the one before has been answered."""
    began = time.perf_counter() + 0.2

    def one(index: int) -> float:
        due = began + index / PER_SECOND
        time.sleep(max(0.0, due - time.perf_counter()))
        _sent(_own_client(server, cookie), waiting[index].path, waiting[index].body)
        return time.perf_counter() - due

    with ThreadPoolExecutor(HANDS * 2) as hands:
        return list(hands.map(one, range(len(waiting))))


def _all_at_once(
    server: Server, waiting: Sequence[Sending], address: str, cookie: str = ""
) -> float:
    """How many a second."""
    queue: Iterator[Sending] = iter(waiting)
    turn = threading.Lock()

    def work() -> None:
        with Client(server.port, cookie) as client:
            while True:
                with turn:
                    each = next(queue, None)
                if each is None:
                    return
                _sent(client, address.format(each.report_id), each.body)

    began = time.perf_counter()
    with ThreadPoolExecutor(HANDS) as hands:
        for done in [hands.submit(work) for _ in range(HANDS)]:
            done.result()
    return len(waiting) / (time.perf_counter() - began)


_held = threading.local()


def _own_client(server: Server, cookie: str) -> Client:
    """Each thread keeps its connection."""
    if getattr(_held, "port", None) != server.port:
        _held.client, _held.port = Client(server.port, cookie), server.port
    client: Client = _held.client
    return client
