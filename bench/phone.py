"""A phone at the edge of the signal, in Chromium: when the largest text is there, and when usable.

400 ms, 400 kbit/s, processor slowed four times; first visit, an empty cache; median of five.
"""

import os
import statistics
import subprocess
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from sqlalchemy import select

from app.accounts.models import Assignment, User
from app.obligations.models import Obligation
from app.settings import ROOT
from app.shared.database import db
from bench import features, places
from bench.servers import Server, serve
from bench.tables import Row, at_most

REPEATS = 5
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-proxy-server",
    "--disable-dev-shm-usage",
    f"--disable-features={','.join(features.OFF)}",
)
PHONE = {"width": 360, "height": 740}
SLOW = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
CPU = 4
OBSERVE = """
window.largest = 0;
const see = list => { for (const each of list.getEntries()) window.largest = each.startTime; };
new PerformanceObserver(see).observe({type: 'largest-contentful-paint', buffered: true});
"""
READ = """() => [window.largest,
  performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd]"""


def measure() -> list[Row]:
    """The report's section page and the list of cooperatives."""
    with places.scratch(places.demo()) as database:
        url = f"sqlite:///{database}"
        app = places.application(url)
        treasurer, staff = (places.cookie(app, name) for name in ("bendahara", "staf"))
        with (
            serve("wsgi:app", places.environment(url), first="/masuk") as server,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=_chromium(), args=list(FLAGS))
            report = _visits(browser, server, report_page(url), treasurer)
            table = _visits(browser, server, "/d/koperasi?per=100", staff)
            browser.close()
    return [
        at_most("halaman isian, LCP", report[0], 1.3, "s"),
        at_most("halaman isian, dapat dipakai", report[1], 2.5, "s"),
        at_most("daftar 100 baris, LCP", table[0], 2.2, "s"),
    ]


def report_page(url: str) -> str:
    """A page with fields of the open annual report of cooperative A."""
    with places.application(url).app_context():
        query = (
            select(Obligation.public_id)
            .join(Assignment, Assignment.cooperative_id == Obligation.cooperative_id)
            .join(User, User.id == Assignment.user_id)
            .where(User.username == "bendahara", Obligation.quarter == 0)
            .where(Obligation.state.in_(("owed", "draft")), Obligation.opens_on <= places.today())
            .order_by(Obligation.due_on.desc())
        )
        report_id = db.session.scalars(query).first()
        db.session.remove()
    return f"/k/laporan/{report_id}/isi/harta"


def _visits(browser: Browser, server: Server, path: str, cookie: str) -> tuple[float, float]:
    """Medians of the largest paint and of the moment its scripts have run, in seconds."""
    seen = [_visit(browser, server, path, cookie) for _ in range(REPEATS)]
    painted, usable = (statistics.median(each) / 1000 for each in zip(*seen, strict=True))
    return painted, usable


def _visit(browser: Browser, server: Server, path: str, cookie: str) -> tuple[float, float]:
    address = f"http://127.0.0.1:{server.port}"
    name, value = cookie.split("=", 1)
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)  # type: ignore[arg-type]
    context.add_cookies([{"name": name, "value": value, "url": address}])
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
    page.add_init_script(OBSERVE)
    answer = page.goto(f"{address}{path}", wait_until="load", timeout=60_000)
    if answer is None or not answer.ok:
        raise RuntimeError(f"{path}: {answer and answer.status}")
    page.wait_for_timeout(500)
    figures: Any = page.evaluate(READ)
    context.close()
    return figures[0], figures[1]


def _chromium() -> str:
    known = os.environ.get("CHROMIUM_PATH")
    script = ["sh", str(ROOT / "scripts" / "chromium.sh")]
    return (
        known or subprocess.run(script, capture_output=True, text=True, check=True).stdout.strip()
    )
