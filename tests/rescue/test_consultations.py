"""Questions and replies from a copy: asked as the person's own, once, where the officer may see."""

import uuid

import pytest

from app.consultations.models import Consultation, Message
from app.consultations.states import Happening
from app.cooperatives.models import Cooperative
from app.shared.database import db
from tests.support import copies, threads
from tests.support.people import person

ADDRESS = "/k/konsultasi/baru"
NOTHING = "Isi berkas ini bukan tentang koperasi di wilayah Anda."
SAID = {"body": "Buku kas basah, bagaimana?", "topic": "reports", "audience": "asker only"}


def question(cooperative_id, **changes):
    told = {**SAID, "writer": "w1", "cooperative": str(cooperative_id), **changes}
    return copies.item(ADDRESS, told, group="/k/konsultasi/pesan/w1")


def reply(thread, words="Sudah kering."):
    told = {"body": words, "writer": "w2"}
    return copies.item(f"/k/konsultasi/{thread}/balas", told, group="/k/konsultasi/pesan/w2")


def messages():
    db.session.rollback()
    return [each.body for each in db.session.query(Message).order_by(Message.sent_at)]


def test_a_question_is_asked_as_the_treasurers_own_and_the_phone_changes_nothing(
    clerk, browse, treasurer
):
    waiting = question(treasurer.cooperative_id)
    read = clerk.reads(copies.work(treasurer.user_id, waiting))
    for said in ("Pertanyaan ke dinas", "KSP Sumber Rejeki", "Laporan dan keuangan", SAID["body"]):
        assert said in read.text
    page = clerk.brings_in(copies.work(treasurer.user_id, waiting))
    assert "1 disimpan, 0 sudah ada, 0 tidak disimpan" in page.text
    assert "K-2026-0001" in page.text
    browser = browse(treasurer)
    browser.get("/k/")
    key = {"Idempotency-Key": waiting["id"]}
    answer = browser.post(ADDRESS, dict(waiting["entries"]), htmx=True, headers=key)
    assert answer.headers["X-Receipt"] == "K-2026-0001"
    thread = db.session.query(Consultation).one()
    assert (thread.asker_id, thread.asker_name) == (treasurer.user_id, "Siti Aminah")


def test_a_reply_goes_into_its_thread(clerk, treasurer, cooperative):
    thread = threads.asked(cooperative, treasurer)
    clerk.brings_in(copies.work(treasurer.user_id, reply(thread.id)))
    assert messages() == [threads.WORDS, "Sudah kering."]


@pytest.mark.parametrize("named", ["", "nothing", "987654", "²"])
def test_a_question_of_no_cooperative_they_can_see_is_refused(clerk, treasurer, named):
    page = clerk.reads(copies.work(treasurer.user_id, question(named)))
    assert NOTHING in page.text
    assert messages() == []


def test_nobody_asks_for_a_cooperative_that_is_not_theirs(clerk, treasurer, other_cooperative):
    page = clerk.reads(copies.work(treasurer.user_id, question(other_cooperative.id)))
    assert "Tidak disimpan" in page.text


def test_who_holds_two_posts_asks_in_the_one_it_was_written_for(
    clerk, treasurer, other_cooperative
):
    from app.accounts.models import Assignment
    from app.accounts.roles import Role
    from app.shared import clock
    from tests.support import factories

    second = Assignment(
        user_id=treasurer.user_id,
        role=Role.CHAIR,
        cooperative_id=other_cooperative.id,
        districts={},
        starts_on=clock.today(),
    )
    factories.save(second)
    clerk.brings_in(copies.work(treasurer.user_id, question(other_cooperative.id)))
    assert db.session.query(Consultation).one().cooperative_id == other_cooperative.id


def test_a_confidential_thread_is_nothing_to_a_clerk_who_may_not_read_it(
    clerk, treasurer, cooperative, division_head
):
    thread = threads.asked(cooperative, treasurer)
    head = {"to": division_head.user_id, "to_name": division_head.name, "why": "hukum"}
    threads.happened(thread, division_head, Happening.HANDED_OVER, **head)
    threads.happened(thread, division_head, Happening.MADE_CONFIDENTIAL, why="hukum")
    page = clerk.reads(copies.work(treasurer.user_id, reply(thread.id)))
    assert NOTHING in page.text
    assert "Sudah kering" not in page.text


def test_a_thread_that_never_was_is_refused(clerk, treasurer):
    page = clerk.reads(copies.work(treasurer.user_id, reply(uuid.uuid4())))
    assert NOTHING in page.text


def test_a_clerk_of_elsewhere_brings_nothing_in(browse, key, treasurer, elsewhere):
    from tests.rescue.conftest import Clerk

    page = Clerk(browse(elsewhere), key).reads(
        copies.work(treasurer.user_id, question(treasurer.cooperative_id))
    )
    assert NOTHING in page.text
    assert SAID["body"] not in page.text


def test_a_question_written_in_another_post_is_not_asked_in_this_one(
    browse, treasurer, other_cooperative
):
    browser = browse(treasurer)
    browser.get(ADDRESS)
    told = {**SAID, "writer": "w1", "cooperative": str(other_cooperative.id)}
    assert browser.post(ADDRESS, told).status == 404
    assert messages() == []


def test_the_asker_who_left_sends_nothing_by_a_copy(clerk, cooperative):
    from app.accounts.roles import Role

    gone = person(Role.DESK, username="bukan-pengurus")
    page = clerk.reads(copies.work(gone.user_id, question(cooperative.id)))
    assert "Tidak disimpan" in page.text
    assert db.session.get(Cooperative, cooperative.id)
