"""Memory of a worker and time to the first answer, with the options of our own gunicorn.conf.py."""

import statistics
from collections.abc import Iterator
from contextlib import contextmanager

from bench import places
from bench.servers import OWN, Client, Server, serve
from bench.tables import Row, at_most, times_at_most

REPEATS = 5
VISITS = 20
PAGES = ("/d/", "/d/koperasi", "/d/laporan", "/d/ringkasan", "/d/pengguna")
MEGABYTES = {"SQLite": 60, "PostgreSQL": 70}


def measure() -> list[Row]:
    """Memory on both databases, then the start beside f's."""
    rows = []
    with places.scratch(places.demo()) as database:
        url = f"sqlite:///{database}"
        rows.append(_memory("SQLite", url))
        rows.append(_start(url, {"DATABASE": str(database)}))
    with places.postgres() as url:
        rows.append(_memory("PostgreSQL", url))
    return rows


def _memory(name: str, url: str) -> Row:
    """Two workers that have shown every kind of page to three kinds of people."""
    app = places.application(url)
    cookies = [places.cookie(app, person) for person in ("staf", "kabid", "bendahara")]
    with _ours(url, workers=2) as server:
        for cookie in cookies:
            for _ in range(VISITS):
                _visit(server, cookie)
        sizes = [server.pss_of(pid) for pid in server.workers]
    beside = "pekerja " + ", ".join(f"{size:.0f}" for size in sizes) + " MB"
    return at_most(f"memori tiap pekerja web, {name}", max(sizes), MEGABYTES[name], "MB", beside)


def _visit(server: Server, cookie: str) -> None:
    """A new connection each time, so that both workers get their share."""
    for path in (*PAGES, "/k/", "/k/laporan"):
        with Client(server.port, cookie) as client:
            client.get(path)


def _start(url: str, variables: dict[str, str]) -> Row:
    pairs = []
    for _ in range(REPEATS):
        with _ours(url, workers=1) as server:
            ours = server.started_in
        with serve("bench.yardsticks.f:app", variables, first="/list") as server:
            pairs.append((ours, server.started_in))
    ours, by_hand = (statistics.median(each) for each in zip(*pairs, strict=True))
    ratios = [pair[0] / pair[1] for pair in pairs]
    beside = f"f {by_hand:.2f} s"
    return times_at_most("start sampai jawaban pertama", f"{ours:.2f} s", beside, ratios, 1.5)


@contextmanager
def _ours(url: str, workers: int) -> Iterator[Server]:
    variables = places.environment(url)
    with serve("wsgi:app", variables, workers=workers, first="/masuk", config=OWN) as server:
        yield server
