"""The last evening of a quarter: the signal comes back, and every phone sends what it kept."""

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep

import pytest
from sqlalchemy import func, select

from app.accounts.roles import Role
from app.audit.models import AuditEntry
from app.figures.catalogue import catalogue
from app.figures.kinds import BusinessKind, PeriodKind
from app.obligations.models import Obligation
from app.reports.models import Filing, ReceiptSeries
from app.settings import ROOT
from app.shared import clock as app_clock
from app.shared.database import db
from tests.support import factories, statements
from tests.support.browser import Browser
from tests.support.people import person
from tests.support.storm import DOUBLED, DROPPED, Phone, Write, storm

IS_FULL_PROOF = os.environ.get("PROOF") == "full"
PHONES, SECONDS = (600, 60) if IS_FULL_PROOF else (60, 6)
YEARS = (2024, 2025, 2026)
KEPT_ON_THE_PHONE = "kas-penempatan"
SEE_OTHER = 303
REASON = "Sinyal hilang sejak akhir triwulan, baru kembali sekarang."
SAID = {
    "declared": "yes",
    **dict.fromkeys(("late__reason", "same__reason"), REASON),
    **dict.fromkeys(("late__doubt", "same__doubt"), "right"),
}
"""What the treasurer answers: it comes late, and the figures equal those of the year before."""
STARTS_WITHIN = 60


@contextmanager
def served(database_url: str, folder: Path) -> Iterator[int]:
    """The web processes as they run in earnest; the port they listen at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    settings = {
        "APP_ENV": "testing",
        "SECRET_KEY": "a key of the tests, never of a deployment",
        "DATABASE_URL": database_url,
        "INSTANCE_PATH": str(folder / "storm"),
        "PORT": str(port),
    }
    gunicorn = (str(ROOT / ".venv/bin/gunicorn"), "wsgi:app")
    process = subprocess.Popen(gunicorn, cwd=ROOT, env={**os.environ, **settings})  # noqa: S603
    try:
        wait_until_it_listens(port)
        yield port
    finally:
        process.terminate()
        process.wait(30)


def wait_until_it_listens(port: int) -> None:
    until = monotonic() + STARTS_WITHIN
    while True:
        try:
            line = HTTPConnection("127.0.0.1", port)
            line.request("GET", "/healthz")
            assert line.getresponse().status == 200
        except OSError:
            assert monotonic() < until
            sleep(0.1)
        else:
            return


def split_figures() -> tuple[dict[str, int], dict[str, int]]:
    """What the server has of a draft, and the page that waits on the phone."""
    lines = catalogue().lines(BusinessKind.SAVINGS_LOAN, PeriodKind.QUARTERLY)
    kept = {line.code for line in lines if line.page == KEPT_ON_THE_PHONE}
    figures = statements.figures_for()
    return (
        {code: value for code, value in figures.items() if code not in kept},
        {code: value for code, value in figures.items() if code in kept},
    )


def phone_with_three_reports(app) -> Phone:
    """A treasurer who filled in the last page of three reports and sent them, without a signal."""
    cooperative = factories.cooperative()
    treasurer = person(Role.TREASURER, cooperative)
    there, kept = split_figures()
    waiting = []
    for year in YEARS:
        owed = factories.obligation(cooperative, year, 3)
        factories.report(owed, figures=there, saved_at=app_clock.now())
        address = f"/k/laporan/{owed.public_id}"
        page = {code: str(value) for code, value in kept.items()}
        stamp = {"writer": f"hp{owed.id}", "version": "0"}
        waiting.append(Write(f"{address}/isi/{KEPT_ON_THE_PHONE}", {**page, **stamp}))
        waiting.append(Write(f"{address}/kirim", SAID))
    name = app.config["SESSION_COOKIE_NAME"]
    held = Browser(app, treasurer, strict=False).client.get_cookie(name)
    assert held is not None
    return Phone(f"{name}={held.value}", waiting)


def receipts_of(phones: list[Phone]) -> list[str]:
    """Where the phones were sent to see their receipts."""
    heard = [answer for phone in phones for answer in phone.answers]
    assert {status for status, _place in heard} == {SEE_OTHER}
    return [place for _status, place in heard if place.endswith("/bukti")]


def assert_filed_once(count: int) -> None:
    """So many reports, each in one version with its figures, its receipt, its entry."""
    db.session.expire_all()
    versions = select(
        func.count(),
        func.count(Filing.report_id.distinct()),
        func.count(Filing.receipt_number.distinct()),
        func.max(Filing.number),
    )
    assert db.session.execute(versions).one() == (count, count, count, 1)
    filed = db.session.scalars(select(Filing.figures))
    assert all(figures == statements.figures_for() for figures in filed)
    noted = select(func.count()).where(AuditEntry.action == "report.filed")
    assert db.session.scalar(noted) == count


@pytest.mark.proof
def test_after_a_storm_every_report_is_there_once(app, database_url, folder, clock, command):
    clock(datetime.now(app_clock.ZONE))
    phones = [phone_with_three_reports(app) for _ in range(PHONES)]
    db.session.rollback()
    with served(database_url, folder) as port:
        storm(port, phones, SECONDS, seed=1)
    sent = PHONES * len(YEARS)

    assert len(receipts_of(phones)) == sent
    assert sum(phone.breaks for phone in phones) > sent * DROPPED
    assert sum(phone.doubles for phone in phones) > sent * DOUBLED
    assert_filed_once(sent)
    series = db.session.scalars(select(ReceiptSeries.last)).all()
    assert series == [PHONES] * len(YEARS)
    states = db.session.execute(select(Obligation.state, func.count()).group_by(Obligation.state))
    assert states.all() == [("filed", sent)]
    assert command("audit", "verify").exit_code == 0
