"""Signing in: what a password costs, and whether a rush of sign-ins slows the list."""

import statistics
import threading
import time
from urllib.parse import urlencode

from app.accounts.passwords import hash_password
from bench import places
from bench.drafts import TOKEN
from bench.servers import Client, Server, serve
from bench.tables import Row, times_at_most

PER_SECOND, SECONDS, REPEATS = 6, 5, 5
PASSWORD = "demo-koperasi-2026"  # noqa: S105 printed on the demo's own sign-in page
SEE_OTHER = 303


def measure() -> list[Row]:
    """Two workers; in turns without and with six sign-ins a second."""
    began = time.process_time()
    for _ in range(5):
        hash_password(PASSWORD)
    password = (time.process_time() - began) / 5 * 1000
    pairs = []
    with places.scratch(places.demo()) as database:
        url = f"sqlite:///{database}"
        cookie = places.cookie(places.application(url), "staf")
        with serve("wsgi:app", places.environment(url), workers=2, first="/masuk") as server:
            _list_p95(server, cookie)
            for _ in range(REPEATS):
                quiet = _list_p95(server, cookie)
                pairs.append((quiet, _list_p95(server, cookie, rush=True)))
    quiet, rushed = (statistics.median(each) * 1000 for each in zip(*pairs, strict=True))
    beside = f"tanpa {quiet:.0f} ms; satu kata sandi {password:.0f} ms prosesor"
    ratios = [pair[1] / pair[0] for pair in pairs]
    return [
        times_at_most(
            "p95 daftar dengan 6 orang masuk/detik", f"{rushed:.0f} ms", beside, ratios, 1.5
        )
    ]


def _list_p95(server: Server, cookie: str, *, rush: bool = False) -> float:
    """Seconds; one person who asks for the list ten times a second."""
    end = threading.Event()
    thread = threading.Thread(target=_rush, args=(server, end), daemon=True)
    if rush:
        thread.start()
    delays = []
    with Client(server.port, cookie) as client:
        for _ in range(SECONDS * 10):
            began = time.perf_counter()
            client.get_text("/d/koperasi")
            delays.append(time.perf_counter() - began)
            time.sleep(max(0.0, 0.1 - delays[-1]))
    end.set()
    if rush:
        thread.join()
    return sorted(delays)[int(len(delays) * 0.95)]


def _rush(server: Server, end: threading.Event) -> None:
    """Sign-ins at their pace, each by a phone of its own."""
    due = time.perf_counter()
    while not end.is_set():
        due += 1 / PER_SECOND
        threading.Thread(target=_sign_in, args=(server,), daemon=True).start()
        time.sleep(max(0.0, due - time.perf_counter()))


def _sign_in(server: Server) -> None:
    with Client(server.port) as client:
        token = TOKEN.search(client.get_text("/masuk"))
        client.keep_cookie()
        form = {"csrf_token": token[1] if token else "", "username": "bendahara"}
        status, _body = client.post("/masuk", urlencode({**form, "password": PASSWORD}))
        if status != SEE_OTHER:
            print(f"satu orang ditolak masuk: {status}")
