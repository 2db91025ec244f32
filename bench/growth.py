"""The same pages of one regency while the register grows around it; the same number of rows.

The demo regency is copied under other codes by the database itself. Only what lists, filters and
boards read is copied: figures and results in JSON stay empty, or the copy would be 13 GB.
"""

import shutil
import sqlite3
import statistics
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench import places
from bench.pages import PAIRS, Turn, checked, in_turns
from bench.servers import Client, Server, serve
from bench.tables import Row, times_at_most

SIZES = {"600": 1, "10,000": 17, "130,000": 217}
TARGETS = {"daftar, 100 baris": ("600", 1.5)}
OTHERS = ("10,000", 1.2)
MISSPELT = [("cari dengan salah ketik", "/d/koperasi?per=100&q=sumber%20rejeqi")]
"""Only here: f forgives no typing error."""
QUARTERS = 4
TABLES = ("region", "cooperative", "name_trigram", "obligation", "report", "filing", "assessment")
STEP = 1_000_000
"""Between the ids of one copy and the next."""
CHANGED = {
    "regency": ":code",
    "district": ":code || substr(district, 6)",
    "village": ":code || substr(village, 6)",
    "code": ":code || substr(code, 6)",
    "parent": ":code || substr(parent, 6)",
    "cooperative_id": "cooperative_id + :step",
    "obligation_id": "obligation_id + :step",
    "filing_id": "filing_id + :step",
    "public_id": "substr(public_id, 1, 24) || :tail",
    "report_id": "substr(report_id, 1, 24) || :tail",
    "verification_code": "substr(verification_code, 1, 8) || :tail",
    "registry_number": "NULL",
    "legal_entity_number": "NULL",
    "merged_into_id": "NULL",
}
EMPTY = ("figures", "carried", "answers", "explanations", "result", "page_versions", "pages_done")


def measure() -> list[Row]:
    """Ratios of the large register to the small, page by page."""
    with ExitStack() as running:
        asked = {name: running.enter_context(_served(size)) for name, size in SIZES.items()}
        asked_for = [(pair.what, pair.ours) for pair in PAIRS] + MISSPELT
        return [_row(what, path, asked) for what, path in asked_for]


def _row(what: str, path: str, asked: dict[str, tuple[Server, Client]]) -> Row:
    turns = [
        Turn(server, lambda client=client: checked(client, path))  # type: ignore[misc]
        for server, client in asked.values()
    ]
    costs = [dict(zip(SIZES, each, strict=True)) for each in in_turns(turns, 5)]
    small, target = TARGETS.get(what, OTHERS)
    ratios = [cost["130,000"] / cost[small] for cost in costs]
    shown = {name: statistics.median(cost[name] for cost in costs) for name in SIZES}
    beside = ", ".join(f"{name}: {cost:.1f} ms" for name, cost in shown.items())
    label = f"{what}, 130,000 dibanding {small}"
    return times_at_most(label, f"{shown['130,000']:.2f} ms", beside, ratios, target)


@contextmanager
def _served(regencies: int) -> Iterator[tuple[Server, Client]]:
    with places.scratch(_grown(regencies)) as database:
        url = f"sqlite:///{database}"
        cookie = places.cookie(places.application(url), "staf")
        with (
            serve("wsgi:app", places.environment(url), first="/masuk") as server,
            Client(server.port, cookie, packed=False) as client,
        ):
            yield server, client


def _grown(regencies: int) -> Path:
    """The demo register among so many copies of itself."""
    original = places.demo(600, QUARTERS)
    if regencies == 1:
        return original
    path = original.with_name(f"grown-{regencies}-{original.name}")
    if not path.exists():
        print(f"== {path.name}")
        making = path.with_suffix(".making")
        shutil.copyfile(original, making)
        _copy(making, regencies)
        making.rename(path)
    return path


def _copy(path: Path, regencies: int) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    for number in range(1, regencies):
        code = f"{34 + number // 90}.{number % 90 + 10}"
        values = {"code": code, "step": number * STEP, "tail": f"{number:08x}"}
        for table in TABLES:
            connection.execute(_statement(connection, table), values)
    connection.execute("COMMIT")
    connection.close()


def _statement(connection: sqlite3.Connection, table: str) -> str:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    own = {"id": "substr(id, 1, 24) || :tail" if table == "report" else "id + :step"}
    changed = CHANGED | own | dict.fromkeys(EMPTY, "'{}'")
    chosen = ", ".join(changed.get(name, name) for name in columns)
    where = "code" if table == "region" else "regency"
    names = ", ".join(columns)

    return (
        f"INSERT INTO {table} ({names}) SELECT {chosen} FROM {table} "  # noqa: S608
        f"WHERE {where} LIKE '33.19%'"
    )
