"""Kill -9 between every two steps of sending: either all of it is there or none."""

import os
import signal
import sys
from pathlib import Path

import pytest
from sqlalchemy import event, func, select

from app import create_app
from app.accounts.reader import Post, Reader
from app.audit.models import AuditEntry
from app.health.models import Assessment
from app.obligations.models import Obligation
from app.reports import queries
from app.reports.models import Filing, ReceiptSeries, Report
from app.reports.services.filing import Declaration, file_report
from app.settings import read_settings
from app.shared.database import db
from app.shared.transactions import write_transaction

STEPS = 40
"""More than sending has statements: the last runs finish unharmed."""


def send_and_die(settings: dict[str, str], public_id, reader: Reader, step: int) -> None:
    """In a process of its own: file the report, and die after so many statements."""
    app = create_app(read_settings(settings))
    with app.app_context():
        count = 0

        @event.listens_for(db.engine, "after_cursor_execute")
        def die(*_: object) -> None:
            nonlocal count
            count += 1
            if count > step:
                os.kill(os.getpid(), signal.SIGKILL)

        with write_transaction():
            file_report(queries.case_for(reader, public_id), Declaration(reader, "Bendahara"))
    os._exit(0)


def traces(owed_id: int) -> dict[str, int]:
    """How much of a filing there is, of each kind."""
    db.session.rollback()
    return {
        "filings": db.session.scalar(select(func.count()).select_from(Filing)),
        "assessments": min(1, db.session.scalar(select(func.count()).select_from(Assessment))),
        "receipts": db.session.scalar(select(func.coalesce(func.max(ReceiptSeries.last), 0))),
        "audit": db.session.scalar(
            select(func.count()).select_from(AuditEntry).where(AuditEntry.action == "report.filed")
        ),
        "fulfilled": int(db.session.get_one(Obligation, owed_id).state == "filed"),
        "closed": int(db.session.scalars(select(Report)).one().state == "filed"),
    }


def run_killed(settings, public_id, reader, step: int) -> int:
    """The exit code of a child that dies at this step; -9 when it was killed."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            db.engine.dispose(close=False)
            send_and_die(settings, public_id, reader, step)
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def kill_at(steps, app, database_url, folder: Path, treasurer, annual) -> list[int]:
    """Kill at each of these steps until one survives; nothing may be left by a killed one."""
    settings = {"DATABASE_URL": database_url, "SECRET_KEY": "k" * 40, "INSTANCE_PATH": str(folder)}
    post = Post(treasurer.assignment_id, treasurer.role, "", treasurer.cooperative_id, "KSP")
    reader = Reader(treasurer.user_id, "bendahara", "Siti Aminah", 1, "token", post)
    public_id, owed_id = annual.public_id, annual.id
    killed = []
    for step in steps:
        db.session.rollback()
        code = run_killed(settings, public_id, reader, step)
        found = traces(owed_id)
        if code == 0:
            assert set(found.values()) == {1}, found
            return killed
        assert code == -signal.SIGKILL
        assert set(found.values()) in ({0}, {1}), f"killed after {step}: {found}"
        killed.append(step)
        if found["filings"]:
            return killed
    pytest.fail("sending never came to its end")


@pytest.mark.proof
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_killed_server_leaves_all_of_a_filing_or_none(
    app, database_url, folder, treasurer, annual, full_draft
):
    """At every fourth step; `make proof` dies at each single one."""
    stride = 1 if os.environ.get("PROOF") == "full" else 4
    killed = kill_at(range(0, STEPS, stride), app, database_url, folder, treasurer, annual)
    assert len(killed) >= 12 // stride
