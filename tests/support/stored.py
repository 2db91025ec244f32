"""What the database behind a live server holds of the report at an address, as of now."""

import uuid
from collections.abc import Mapping

from sqlalchemy import func, select

from app.health.models import Assessment
from app.reports.models import Filing, ReceiptSeries, Report
from app.shared.database import db
from tests.support.live import Live


def draft_at(live: Live, url: str) -> Report:
    with live.app.app_context():
        return db.session.get_one(Report, id_in(url))


def figures_at(live: Live, url: str) -> dict[str, int]:
    """The numbers of the draft."""
    return dict(draft_at(live, url).figures)


def versions_at(live: Live, url: str) -> list[Filing]:
    """Every version that was filed, oldest first."""
    query = select(Filing).where(Filing.report_id == id_in(url)).order_by(Filing.number)
    with live.app.app_context():
        return list(db.session.scalars(query))


def year_before(live: Live, url: str) -> Filing:
    """The annual report this one is copied from."""
    draft = draft_at(live, url)
    query = select(Filing).where(
        Filing.cooperative_id == draft.cooperative_id,
        Filing.quarter == 0,
        Filing.book_year == draft.book_year - 1,
        Filing.is_current,
    )
    with live.app.app_context():
        return db.session.scalars(query).one()


def receipts_given(live: Live) -> int:
    """How many receipt numbers have been given out, of all series."""
    with live.app.app_context():
        return int(db.session.scalar(select(func.sum(ReceiptSeries.last))) or 0)


def score_of(live: Live, filing: Filing) -> Assessment:
    query = select(Assessment).where(Assessment.filing_id == filing.id, Assessment.is_primary)
    with live.app.app_context():
        return db.session.scalars(query).one()


def write_draft(live: Live, url: str, figures: Mapping[str, int]) -> None:
    """Fill in a report somebody has begun, without its pages."""
    with live.app.app_context():
        report = db.session.get_one(Report, id_in(url))
        report.figures, report.copied, report.unread = dict(figures), {}, {}
        db.session.commit()


def id_in(url: str) -> uuid.UUID:
    return uuid.UUID(url.partition("/laporan/")[2].partition("/")[0])
