"""The demonstration holds a complaint that waits and one that was answered."""

import pytest
from sqlalchemy import select

from app.complaints.models import Complaint
from app.complaints.tickets import read_ticket, spelled
from app.seeding.demo import complaints
from app.seeding.demo.plan import Plan
from app.shared.database import db
from app.shared.transactions import write_transaction


@pytest.fixture
def settled(app, desk):
    with write_transaction():
        complaints.settle_complaints(Plan(), {complaints.NAMED: desk.user_id})


@pytest.mark.usefixtures("settled")
def test_their_tickets_open_them_in_any_installation(browse):
    for ticket, told in (
        (complaints.WAITING_TICKET, "Menunggu dinas"),
        (complaints.ANSWERED_TICKET, "Sudah dijawab"),
    ):
        assert read_ticket(ticket) == ticket
        browser = browse()
        browser.get("/pengaduan/lihat")
        page = browser.post("/pengaduan/lihat", {"ticket": spelled(ticket)})
        assert told in page.text
        assert "bukan karyawan tetap" not in page.html


@pytest.mark.usefixtures("settled")
def test_the_answered_one_was_given_to_the_desk(browse, desk):
    assert len(db.session.scalars(select(Complaint)).all()) == 2
    assert len(browse(desk).get("/d/pengaduan").soup.select("tbody tr")) == 1
