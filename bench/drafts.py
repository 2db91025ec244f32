"""Reports ready to be sent: filings turned back into drafts, with their forms filled in."""

import html
import re
from dataclasses import dataclass
from urllib.parse import urlencode

from sqlalchemy import delete, select, update

from app.obligations.models import Obligation
from app.reports.models import Filing, Report
from app.shared.database import db
from bench import places
from bench.servers import Client, Server

REASON = "Sudah dicocokkan dengan buku kas dan buku besar."
REASONS = re.compile(r'name="([^"]+__reason)"')
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@dataclass(frozen=True)
class Sending:
    """One report that can be sent once: its id and the body of the form."""

    report_id: str
    body: str

    @property
    def path(self) -> str:
        return f"/k/laporan/{self.report_id}/kirim"


def unfile(url: str, year: int = 2026, quarters: tuple[int, ...] = (3, 2, 1)) -> list[str]:
    """Undo the filing of these quarters; the ids of the reports, in order."""
    with places.application(url).app_context():
        mine = (Filing.book_year == year, Filing.quarter.in_(quarters), Filing.is_nil.is_(False))
        first = (*mine, Filing.is_current, Filing.regency == "33.19", Filing.number == 1)
        rows = db.session.execute(
            select(Filing.report_id, Filing.figures, Filing.filed_at)
            .where(*first)
            .order_by(Filing.quarter.desc(), Filing.cooperative_id)
        ).all()
        ids = [row.report_id for row in rows]
        for row in rows:
            draft = {"figures": row.figures, "saved_at": row.filed_at, "state": "draft"}
            db.session.execute(update(Report).where(Report.id == row.report_id).values(draft))
        owed = {"state": "draft", "first_filed_at": None}
        db.session.execute(update(Obligation).where(Obligation.public_id.in_(ids)).values(owed))
        db.session.execute(delete(Filing).where(Filing.report_id.in_(ids)))
        db.session.commit()
        db.session.remove()
        db.engine.dispose()
    return [str(each) for each in ids]


def sendable(server: Server, cookie: str, ids: list[str], count: int) -> list[Sending]:
    """The check page of each, filled in; reports with something wrong are passed over."""
    found = []
    with Client(server.port, cookie) as client:
        for report_id in ids:
            text = client.get_text(f"/k/laporan/{report_id}/periksa")
            names = REASONS.findall(text)
            doubts = {html.unescape(name): REASON for name in names}
            kept = {name.replace("__reason", "__doubt"): "right" for name in doubts}
            token = TOKEN.search(text)
            if token and 'id="wrong"' not in text:
                form = {"csrf_token": token[1], "declared": "yes", **doubts, **kept}
                found.append(Sending(report_id, urlencode(form)))
            if len(found) == count:
                return found
    raise RuntimeError(f"only {len(found)} drafts can be sent")
