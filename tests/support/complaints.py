"""Complaints as rows, and forms of people who complain."""

import io
import uuid
from typing import Any

from sqlalchemy import select

from app.complaints.kinds import Author, State, Topic
from app.complaints.models import Complaint, ComplaintMessage, ComplaintPhoto
from app.complaints.tickets import lookup_of, spelled, ticket_of
from app.evidence.storage import store
from app.shared import clock
from app.shared.database import db
from tests.support import factories, files
from tests.support.browser import Browser
from tests.support.page import Page

SECRET = "Uang arisan dipakai ketua membeli sepeda motor"
"""Words that may stand on no page but the complaint's own."""
KEY = uuid.UUID(int=7)


def complaint(officer_id: int | None = None, **changes: Any) -> Complaint:
    """A complaint of two sentences with a photo, waiting for an answer."""
    defaults = {
        "regency": "33.19",
        "lookup": uuid.uuid4().hex * 2,
        "topic": Topic.BOARD,
        "named": "KSP Sumber Rejeki",
        "state": State.WAITING,
        "officer_id": officer_id,
        "created_at": clock.now(),
        "touched_at": clock.now(),
    }
    row = factories.save(Complaint(**{**defaults, **changes}))
    said = {"complaint_id": row.id, "key": uuid.uuid4(), "at": clock.now()}
    factories.save(ComplaintMessage(author=Author.SENDER, text=SECRET, **said))
    fingerprint = store().put(files.image())
    factories.save(
        ComplaintPhoto(
            complaint_id=row.id,
            name="foto-1.jpg",
            format="JPEG",
            content_hash=fingerprint,
            sent_hash="",
            size=2048,
            pages=1,
        )
    )
    return row


def of_officer(user_id: int | None) -> Complaint:
    """The complaint this person was named for; made when there is none yet."""
    query = select(Complaint).where(Complaint.officer_id == user_id).limit(1)
    return db.session.scalar(query) or complaint(user_id)


def photo_of(row: Complaint) -> uuid.UUID:
    query = select(ComplaintPhoto.id).where(ComplaintPhoto.complaint_id == row.id).limit(1)
    return db.session.scalars(query).one()


def ticket_for(secret: str, key: uuid.UUID = KEY) -> tuple[str, str]:
    """A ticket as people type it, and the lookup of its complaint."""
    ticket = ticket_of(key, secret)
    return spelled(ticket), lookup_of(ticket, secret)


def tell(browser: Browser, *photos: bytes, **changes: Any) -> Page:
    """Fill in the form of a complaint and send it; as it is on the page unless changed."""
    page = browser.get("/pengaduan/baru")
    filled = {"named": "KSP Sumber Rejeki", "topic": "board", "text": f"{SECRET}, bulan lalu."}
    data = {**page.form("text").data.to_dict(), **filled, **changes}
    data["photo"] = [(io.BytesIO(each), f"IMG_{at}.jpg") for at, each in enumerate(photos)]
    return browser.post("/pengaduan/baru", data)


def ticket_on(page: Page) -> str:
    """The code that the page of a sent complaint shows."""
    shown = page.soup.select_one(".receipt__no")
    assert shown is not None, page.text
    return shown.get_text(strip=True)
