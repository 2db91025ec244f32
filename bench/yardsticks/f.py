"""f, the practical limit: one Flask file, SQL by hand, one template; no sign-in, no CSRF.

It shows the same rows and the same columns as our pages, and writes the same rows when a report
is sent. DATABASE names a SQLite file; reports can be sent to PostgreSQL, too.
"""

import hashlib
import json
import os
import secrets
import threading
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime

from flask import Flask, redirect, render_template, request

from bench.yardsticks.connections import PostgreSQL, SQLite, connect

app = Flask(__name__, template_folder=".")
app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
held = threading.local()
Database = SQLite | PostgreSQL
GRADES = {
    "healthy": "Sehat",
    "fairly_healthy": "Cukup Sehat",
    "under_supervision": "Dalam Pengawasan",
    "under_special_supervision": "Dalam Pengawasan Khusus",
}
BASES = {
    "visited": "Didatangi pemeriksa",
    "document_checked": "Dokumen dicek",
    "self_reported": "Laporan sendiri",
}
STATES = {
    "owed": "Belum lapor",
    "draft": "Draf",
    "filed": "Menunggu dicek",
    "returned": "Perlu diperbaiki",
    "accepted": "Diterima",
}
OWING = "c.status IN ('active','inactive','frozen','dissolving')"
LIST = """
SELECT c.id, c.name, v.name AS village, d.name AS district, c.group_code, c.business_class,
  o.state, o.due_on < :today AS is_overdue, g.grade, g.lowest, g.highest, g.basis, g.book_year,
  f.total_assets, f.members_total
FROM cooperative c JOIN region v ON v.code = c.village JOIN region d ON d.code = c.district
LEFT JOIN obligation o ON o.cooperative_id = c.id AND o.book_year = :year
  AND o.quarter = :quarter AND o.opens_on <= :today AND o.state <> 'ended'
LEFT JOIN assessment g ON g.id = (SELECT a.id FROM assessment a WHERE a.cooperative_id = c.id
  AND a.is_primary AND a.is_current ORDER BY a.is_complete DESC, a.book_year DESC,
  a.period_end DESC, a.id DESC LIMIT 1)
LEFT JOIN filing f ON f.id = (SELECT x.id FROM filing x WHERE x.cooperative_id = c.id
  AND x.is_current AND NOT x.is_nil ORDER BY x.period_end DESC, x.quarter, x.id DESC LIMIT 1)
WHERE c.regency = :regency AND {owing} {more} ORDER BY c.search_name, c.id LIMIT 100
"""
COUNT = """
SELECT count(*) FROM cooperative c LEFT JOIN obligation o ON o.cooperative_id = c.id
  AND o.book_year = :year AND o.quarter = :quarter AND o.opens_on <= :today AND o.state <> 'ended'
WHERE c.regency = :regency AND {owing} {more}
"""
OF_TYPE = " AND c.business_type = :type"
NAMED = " AND (c.search_name LIKE :word || '%' OR c.search_name LIKE '% ' || :word || '%')"
TALLY = """
SELECT o.quarter, {column}, count(*), sum(o.state IN ('filed','returned','accepted')),
  sum(o.state = 'filed'), sum(o.state = 'returned'),
  sum(o.state IN ('owed','draft') AND o.due_on < :today)
FROM obligation o {join} WHERE o.regency = :regency AND o.opens_on <= :today AND o.state <> 'ended'
  AND (o.book_year = :year AND o.quarter = :quarter OR o.book_year = :year AND o.quarter = :before)
GROUP BY o.quarter, {column}
"""
WAITING = """
FROM obligation o JOIN filing f ON f.report_id = o.public_id AND f.is_current
  JOIN cooperative c ON c.id = o.cooperative_id WHERE o.regency = :regency AND o.state = 'filed'
"""
LATE_TWICE = """
SELECT c.district, count(*) FROM cooperative c WHERE {owing} AND c.id IN (
  SELECT cooperative_id FROM obligation WHERE regency = :regency AND state IN ('owed','draft')
  AND due_on < :today AND due_on >= :year_ago GROUP BY cooperative_id HAVING count(*) >= 2)
GROUP BY c.district ORDER BY 2 DESC, 1
"""
NEVER = """
SELECT count(*) FROM cooperative c WHERE c.regency = :regency AND {owing} AND NOT EXISTS (
  SELECT 1 FROM assessment a WHERE a.cooperative_id = c.id AND a.is_primary AND a.is_current
  AND a.is_complete)
"""
OFFICERS = """
SELECT x.district, u.name FROM district_officer x JOIN app_user u ON u.id = x.user_id
WHERE x.district LIKE :regency || '%' ORDER BY 1
"""


def connection() -> Database:
    if not hasattr(held, "connection"):
        held.connection = connect(os.environ["DATABASE"])
    return held.connection


def asked() -> dict:
    return {
        "today": "2026-11-23",
        "year_ago": "2025-11-23",
        "year": 2026,
        "quarter": 3,
        "before": 2,
        "regency": request.args.get("regency", "33.19"),
        "type": request.args.get("jenis", ""),
        "word": request.args.get("q", ""),
    }


def rows(query: str, **parts: str) -> list:
    return connection().execute(query.format(owing=OWING, **parts), asked()).fetchall()


def number(value: int | None) -> str:
    return "–" if value is None else f"{value:,}".replace(",", ".")


def millions(value: int | None) -> str:
    return "–" if value is None else f"{value / 1e6:,.1f}".translate({44: 46, 46: 44})


app.jinja_env.globals.update(
    number=number, millions=millions, grades=GRADES, bases=BASES, states=STATES
)


@app.get("/list")
def cooperatives() -> str:
    more = OF_TYPE * bool(request.args.get("jenis")) + NAMED * bool(request.args.get("q"))
    total = rows(COUNT, more=more)[0][0]
    return render_template("f.html", lines=rows(LIST, more=more), total=total)


@app.get("/board")
def board() -> str:
    return render_template(
        "f.html",
        places=rows(TALLY, column="o.district", join=""),
        groups=rows(
            TALLY, column="c.group_code", join="JOIN cooperative c ON c.id = o.cooperative_id"
        ),
        names=dict(connection().execute("SELECT code, name FROM region WHERE length(code) = 8")),
        officers=dict(tuple(row) for row in rows(OFFICERS)),
        late=rows(LATE_TWICE),
        never=rows(NEVER)[0][0],
        queue=rows(f"SELECT count(*), sum(f.doubts = 0) {WAITING}")[0],
        oldest=rows(
            f"SELECT o.public_id, c.name, f.filed_at {WAITING} ORDER BY f.filed_at LIMIT 1"
        ),
    )


FILING = """
INSERT INTO filing (report_id, regency, district, cooperative_id, book_year, quarter, period_end,
  number, is_current, state, is_nil, on_behalf, filed_by, filed_by_name, filed_at, days_late,
  content_hash, receipt_number, verification_code, catalogue, reviewed_by_name, review_reason,
  review_notes, doubts, total_assets, total_liabilities, total_equity, surplus_after_tax,
  loans_total, problem_loans, member_savings, members_total, figures, carried, answers,
  explanations)
SELECT r.id, r.regency, o.district, r.cooperative_id, r.book_year, r.quarter, r.period_end, 1,
  TRUE, 'filed', FALSE, FALSE, 1, :name, :now, 0, :hash, :receipt, :code, 'figures-2026-1', '', '',
  '{}', 0, :assets, 0, :equity, :surplus, :loans, 0, :savings, :members, r.figures, :carried,
  r.answers, :explanations
FROM report r JOIN obligation o ON o.id = r.obligation_id WHERE r.id = :id
"""
LAST = """
SELECT figures FROM filing WHERE cooperative_id = :cooperative_id AND book_year = :book_year - 1
  AND quarter = :quarter AND NOT is_nil ORDER BY state = 'accepted' DESC, number DESC LIMIT 1
"""
AUDIT = """
INSERT INTO audit_entry (regency, number, at, actor_id, actor, action, subject, details,
  previous_hash, hash) VALUES (:regency, :number, :at, 1, :actor, 'report.filed', :subject,
  :details, :previous, :hash)
"""


SERIES = """
INSERT INTO receipt_series (regency, series, last) VALUES (:regency, :series, 0)
ON CONFLICT DO NOTHING
"""
NEXT = """
UPDATE receipt_series SET last = last + 1 WHERE regency = :regency AND series = :series
RETURNING last
"""


@app.post("/submit/<uuid:report_id>")
def submit(report_id: uuid.UUID):
    database = connection()
    database.execute(database.begin)
    report = database.hold("SELECT * FROM report WHERE id = :id", {"id": report_id})
    if report["state"] == "draft" and request.form.get("declared"):
        _file(database, report)
    database.execute("COMMIT")
    return redirect(f"/receipt/{report_id}", 303)


def _file(database: Database, report: Mapping) -> None:
    figures = _read(report["figures"])
    reasons = {key[:-8]: text for key, text in request.form.items() if key.endswith("__reason")}
    content = json.dumps([figures, reasons], sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(content.encode()).hexdigest()
    last = database.execute(LAST, dict(report)).fetchone()
    now = datetime.now(UTC)
    series = f"LAP-{report['book_year']}-T{report['quarter']}"
    where = {"regency": report["regency"], "series": series}
    database.execute(SERIES, where)
    count = database.execute(NEXT, where).fetchone()["last"]
    rupiah = [value for value in figures.values() if isinstance(value, int)]
    total = {name: sum(rupiah) for name in ("assets", "equity", "surplus", "loans", "savings")}
    database.execute(
        FILING,
        {
            "id": report["id"],
            "name": "Bendahara",
            "now": now,
            "hash": digest,
            "receipt": f"{series}-{count:04d}",
            "code": secrets.token_hex(6),
            "carried": dict.fromkeys(_read(last["figures"]), 0) if last else {},
            "explanations": reasons,
            "members": figures.get("members_total"),
            **total,
        },
    )
    database.execute("UPDATE report SET state = 'filed' WHERE id = :id", {"id": report["id"]})
    owed = {"id": report["obligation_id"], "now": now}
    database.execute(
        "UPDATE obligation SET state = 'filed', first_filed_at = :now WHERE id = :id", owed
    )
    _note(database, report, digest, now)


def _note(database: Database, report: Mapping, digest: str, now: datetime) -> None:
    where = {"regency": report["regency"]}
    head = database.hold("SELECT number, hash FROM audit_head WHERE regency = :regency", where)
    entry = {
        **where,
        "number": head["number"] + 1,
        "at": now,
        "actor": "Bendahara",
        "subject": f"report:{report['id']}",
        "details": {"hash": digest},
        "previous": head["hash"],
    }
    text = json.dumps(entry, sort_keys=True, default=str)
    entry["hash"] = hashlib.sha256(text.encode()).hexdigest()
    database.execute(AUDIT, entry)
    database.execute(
        "UPDATE audit_head SET number = :number, hash = :hash WHERE regency = :regency", entry
    )


def _read(stored: object) -> dict:
    """SQLite keeps JSON as text."""
    return json.loads(stored) if isinstance(stored, str) else stored
