"""Two complaints of the demonstration: one waits, one was answered. Their tickets are known."""

import uuid
from datetime import datetime, timedelta

from flask import current_app

from app.complaints.kinds import Author, State, Topic
from app.complaints.models import Complaint, ComplaintMessage
from app.complaints.tickets import lookup_of
from app.seeding.demo.plan import KUDUS, Plan
from app.shared.clock import ZONE
from app.shared.database import db

WAITING_TICKET, ANSWERED_TICKET = "WRGA23456789", "WRGA3456789A"
ANSWERED_BY = "Dra. Retno Hastuti"
"""The head of the division."""
NAMED = "staf"
ASKED = (
    "Sejak bulan lalu tabungan sukarela tidak bisa diambil. Alasannya selalu kas kosong, padahal "
    "pinjaman baru tetap dicairkan.\nSaya sudah bertanya dua kali kepada bendahara."
)
COLLECTED = (
    "Penagih datang malam hari dan menyebut utang di depan tetangga. Cicilan terlambat dua minggu."
)
NOTED = "Sudah ditelepon ketuanya. Penagih itu bukan karyawan tetap."
REPLIED = (
    "Terima kasih sudah menyampaikan. Koperasi sudah kami minta menghentikan penagihan malam hari "
    "dan menagih hanya di jam kerja. Bila terulang, tulislah di sini."
)


def settle_complaints(plan: Plan, users: dict[str, int]) -> None:
    """Both lie in the days before the demonstration is looked at."""
    came = datetime(plan.today.year, plan.today.month, plan.today.day, 19, 5, tzinfo=ZONE)
    waiting = _complaint(WAITING_TICKET, Topic.SAVINGS, came - timedelta(days=3))
    _say(waiting, 1, Author.SENDER, ASKED, waiting.created_at)
    answered = _complaint(ANSWERED_TICKET, Topic.LOANS, came - timedelta(days=9))
    answered.state, answered.officer_id = State.ANSWERED, users[NAMED]
    answered.touched_at = answered.created_at + timedelta(days=2)
    _say(answered, 1, Author.SENDER, COLLECTED, answered.created_at)
    _say(answered, 2, Author.NOTE, NOTED, answered.created_at + timedelta(days=1))
    _say(answered, 3, Author.DINAS, REPLIED, answered.touched_at)
    db.session.flush()


def _complaint(ticket: str, topic: Topic, came: datetime) -> Complaint:
    complaint = Complaint(
        regency=KUDUS,
        lookup=lookup_of(ticket, str(current_app.config["SECRET_KEY"])),
        topic=topic,
        named="Koperasi dekat pasar (nama contoh)",
        state=State.WAITING,
        created_at=came,
        touched_at=came,
    )
    db.session.add(complaint)
    db.session.flush()
    return complaint


def _say(complaint: Complaint, number: int, author: Author, text: str, at: datetime) -> None:
    """Numbered and not drawn: a demonstration is the same each time it is made."""
    db.session.add(
        ComplaintMessage(
            complaint_id=complaint.id,
            key=uuid.UUID(int=number),
            author=author,
            officer_name="" if author is Author.SENDER else ANSWERED_BY,
            text=text,
            at=at,
        )
    )
