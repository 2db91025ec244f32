"""What a page weighs on the wire, with gzip: everything it asks for, as a browser would."""

import re

from bench import places
from bench.phone import report_page
from bench.servers import Client, serve
from bench.tables import Row, at_most

ASKED_FOR = re.compile(r'(?:href|src|data-sprite)="(/static/[^"#]+)')
KILO = 1024


def measure() -> list[Row]:
    """The section page of a report and the list of a hundred cooperatives."""
    with places.scratch(places.demo()) as database:
        url = f"sqlite:///{database}"
        app = places.application(url)
        treasurer, staff = (places.cookie(app, name) for name in ("bendahara", "staf"))
        with serve("wsgi:app", places.environment(url), first="/masuk") as server:
            with Client(server.port, treasurer) as client:
                page, parts = _weights(client, report_page(url))
            with Client(server.port, staff) as client:
                table, _parts = _weights(client, "/d/koperasi?per=100")
    scripts = sum(size for path, size in parts.items() if path.endswith(".js"))
    told = ", ".join(f"{path.rsplit('.')[-1]} {size / KILO:.1f}" for path, size in parts.items())
    whole = (page + sum(parts.values())) / KILO
    return [
        at_most(
            "halaman isian, kunjungan pertama",
            whole,
            35,
            "KB",
            f"halaman {page / KILO:.1f}, {told}",
        ),
        at_most("JavaScript-nya", scripts / KILO, 25, "KB"),
        at_most("permintaannya", 1 + len(parts), 4, ""),
        at_most("halaman isian, kunjungan ulang", page / KILO, 8, "KB"),
        at_most("daftar 100 baris", table / KILO, 7, "KB"),
    ]


def _weights(client: Client, path: str) -> tuple[int, dict[str, int]]:
    """Bytes of the page, and of each file it asks for; headers are not counted."""
    text = client.get_text(path)
    page = int(client.headers["Content-Length"])
    parts = {}
    for part in sorted(set(ASKED_FOR.findall(text))):
        _status, body = client.get(part)
        parts[part] = len(body)
    return page, parts
