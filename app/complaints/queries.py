"""Reading complaints: every question of the dinas starts from those the reader may see."""

import uuid
from dataclasses import dataclass

from sqlalchemy import Select, func, select, true

from app.accounts.models import User
from app.accounts.reader import Reader
from app.accounts.roles import Permission
from app.complaints.kinds import Author, State, Topic
from app.complaints.models import Complaint, ComplaintMessage, ComplaintPhoto
from app.shared.database import db
from app.shared.errors import NotTheirs
from app.shared.web.pages import Page


@dataclass(frozen=True)
class Wanted:
    """What the list is narrowed to; empty fields narrow nothing."""

    words: str = ""
    state: State | None = None
    topic: Topic | None = None


@dataclass(frozen=True)
class Line:
    """One complaint in a list; nothing of what was said in it."""

    complaint: Complaint
    officer: str


def readable_by(reader: Reader) -> Select[Complaint]:
    """All of the area for whoever reads every one, else only those one was named for."""
    inside = Complaint.regency.startswith(reader.scope, autoescape=True) if reader.scope else true()
    query = select(Complaint).where(inside)
    if reader.can(Permission.READ_COMPLAINTS):
        return query
    return query.where(Complaint.officer_id == reader.user_id)


def complaint_for(reader: Reader, complaint_id: int) -> Complaint:
    """One complaint, or NotTheirs."""
    found = db.session.scalar(readable_by(reader).where(Complaint.id == complaint_id))
    if found is None:
        raise NotTheirs
    return found


def how_many(reader: Reader, wanted: Wanted) -> int:
    query = _narrowed(readable_by(reader), wanted).with_only_columns(func.count(Complaint.id))
    return db.session.scalars(query).one()


def how_many_wait(reader: Reader) -> int:
    """Complaints this reader is to answer; none for whoever answers none."""
    if not reader.can(Permission.ANSWER_COMPLAINTS):
        return 0
    return how_many(reader, Wanted(state=State.WAITING))


def lines(reader: Reader, wanted: Wanted, page: Page) -> list[Line]:
    """One page of them, the latest first."""
    query = (
        _narrowed(readable_by(reader), wanted)
        .outerjoin(User, User.id == Complaint.officer_id)
        .add_columns(User.name)
        .order_by(Complaint.touched_at.desc(), Complaint.id.desc())
        .limit(page.size)
        .offset(page.offset)
    )
    return [Line(complaint, name or "") for complaint, name in db.session.execute(query)]


def by_lookup(lookup: str) -> Complaint | None:
    """The complaint whose ticket has this keyed hash."""
    return db.session.scalar(select(Complaint).where(Complaint.lookup == lookup))


def said(complaint: Complaint, *, with_notes: bool) -> list[ComplaintMessage]:
    """What was said, the first word first; notes only for the dinas."""
    query = select(ComplaintMessage).where(ComplaintMessage.complaint_id == complaint.id)
    if not with_notes:
        query = query.where(ComplaintMessage.author != Author.NOTE)
    return list(db.session.scalars(query.order_by(ComplaintMessage.id)))


def photos_of(complaint: Complaint) -> list[ComplaintPhoto]:
    query = select(ComplaintPhoto).where(ComplaintPhoto.complaint_id == complaint.id)
    return list(db.session.scalars(query.order_by(ComplaintPhoto.name)))


def photo_of(complaint: Complaint, photo_id: uuid.UUID) -> ComplaintPhoto:
    """One photo of this complaint, or NotTheirs."""
    query = select(ComplaintPhoto).where(
        ComplaintPhoto.complaint_id == complaint.id, ComplaintPhoto.id == photo_id
    )
    found = db.session.scalar(query)
    if found is None:
        raise NotTheirs
    return found


def _narrowed(query: Select[Complaint], wanted: Wanted) -> Select[Complaint]:
    if wanted.words:
        named = func.lower(Complaint.named)
        query = query.where(named.contains(wanted.words.lower(), autoescape=True))
    if wanted.state:
        query = query.where(Complaint.state == wanted.state)
    if wanted.topic:
        query = query.where(Complaint.topic == wanted.topic)
    return query
