"""Up to the heads, over to the inspector, out of sight, and out to everybody."""

from datetime import datetime
from urllib.parse import unquote

import pytest

from app.accounts.models import User
from app.accounts.roles import Role
from app.audit.models import AuditEntry
from app.consultations import events
from app.consultations.desk.models import VisitProposal
from app.consultations.states import Status
from app.shared.clock import ZONE
from app.shared.database import db
from tests.support import threads
from tests.support.people import person


@pytest.fixture
def at_desk(browse, desk):
    return browse(desk)


def page_of(thread):
    return f"/d/konsultasi/{thread.id}"


def move(browser, thread, name, button, why="Perlu keputusan."):
    page = browser.get(f"{page_of(thread)}/langkah/{name}")
    return browser.submit(page.form(button).fill(why=why))


def test_it_rises_in_two_steps_and_the_asker_sees_that_but_not_why(
    at_desk, browse, treasurer, thread, now_of
):
    move(at_desk, thread, "naikkan", "Naikkan pertanyaan ini")
    assert "kepala seksi" in browse(treasurer).get(f"/k/konsultasi/{thread.id}").text
    move(at_desk, thread, "naikkan", "Naikkan pertanyaan ini", "Masih belum.")

    told = browse(treasurer).get(f"/k/konsultasi/{thread.id}").text
    assert now_of(thread).escalation == 2
    assert "kepala bidang" in told
    assert "Perlu keputusan" not in told
    assert "Perlu keputusan" in at_desk.get(page_of(thread)).text


def test_there_is_no_third_step(at_desk, thread):
    for _ in range(2):
        move(at_desk, thread, "naikkan", "Naikkan pertanyaan ini")
    assert "Naikkan" not in at_desk.get(page_of(thread)).links
    refused = at_desk.post(f"{page_of(thread)}/langkah/naikkan", {"why": "Lagi"})
    assert refused.status == 409


def test_a_visit_is_proposed_to_the_inspector_of_the_district(
    at_desk, browse, inspector, treasurer, cooperative, thread, now_of
):
    move(at_desk, thread, "pengawas", "Usulkan kunjungan", "Buku pinjaman perlu dilihat.")

    first_page = browse(inspector).get("/p/")
    assert "Buku pinjaman perlu dilihat." in first_page.text
    assert now_of(thread).status == Status.PASSED_ON
    assert now_of(thread).due_at is None
    profile = at_desk.get(f"/d/koperasi/{cooperative.id}")
    assert "Buku pinjaman perlu dilihat." in profile.text
    asker = browse(treasurer).get(f"/k/konsultasi/{thread.id}").text
    assert "pengawas" in asker
    assert "Buku pinjaman" not in asker


def test_an_inspector_of_other_districts_has_no_proposal(at_desk, browse, thread):
    other = person(Role.INSPECTOR, username="jauh", districts=("33.19.09",))
    move(at_desk, thread, "pengawas", "Usulkan kunjungan")
    assert "Usulan kunjungan" not in browse(other).get("/p/").text


def test_one_thread_has_one_proposal_and_a_solved_one_none(
    at_desk, browse, inspector, treasurer, thread
):
    move(at_desk, thread, "pengawas", "Usulkan kunjungan")
    asker = browse(treasurer)
    asker.submit(at_desk.get(page_of(thread)).form("Kirim jawaban").fill(body="x"))
    assert db.session.query(VisitProposal).count() == 1
    at_desk.submit(at_desk.get(page_of(thread)).form("Tandai selesai"))
    assert "Usulan kunjungan" not in browse(inspector).get("/p/").text


def test_what_is_confidential_is_for_its_officer_and_the_head_and_every_reading_is_noted(
    at_desk, browse, colleague, inspector, division_head, thread
):
    move(at_desk, thread, "rahasiakan", "Rahasiakan", "Menyangkut pengurus.")

    for other in (colleague, inspector):
        assert browse(other).get(page_of(thread)).status == 404
        assert "pinjaman bermasalah" not in browse(other).get("/d/konsultasi?antrean=semua").text
    assert at_desk.get(page_of(thread)).status == 200
    head = browse(division_head)
    assert head.get(page_of(thread)).status == 200
    assert db.session.query(AuditEntry).filter_by(action="consultation.opened").count() >= 2
    move(head, thread, "buka-rahasia", "Buka kerahasiaannya")
    assert browse(colleague).get(page_of(thread)).status == 200


def test_whoever_hides_a_thread_from_themselves_is_led_to_the_list(browse, colleague, thread):
    told = move(browse(colleague), thread, "rahasiakan", "Rahasiakan", "Menyangkut pengurus.")
    assert told.goes_to == "/d/konsultasi"


def test_whatsapp_opens_with_words_that_say_nothing_of_the_answer(at_desk, treasurer, thread):
    user = db.session.get_one(User, treasurer.user_id)
    user.phone = "+6281234567890"
    db.session.commit()

    page = at_desk.submit(at_desk.get(page_of(thread)).form("Kabari lewat WhatsApp"))
    link = page.soup.select_one("a[href^='https://wa.me/']")["href"]
    assert link.startswith("https://wa.me/6281234567890?text=Assalamu")
    said = unquote(link)
    assert thread.number in said
    assert f"/k/konsultasi/{thread.id}" in said
    assert "pinjaman" not in said
    noted = db.session.query(AuditEntry).filter_by(action="consultation.whatsapp_opened")
    assert noted.count() == 1


def test_without_a_mobile_number_there_is_no_link_and_no_entry(at_desk, thread):
    page = at_desk.submit(at_desk.get(page_of(thread)).form("Kabari lewat WhatsApp"))
    assert "Nomor HP tidak diketahui" in page.text
    assert not page.soup.select("a[href^='https://wa.me/']")


def test_a_greeting_goes_with_the_hour(at_desk, clock, treasurer, thread):
    db.session.get_one(User, treasurer.user_id).phone = "+6281234567890"
    db.session.commit()
    clock(datetime(2026, 11, 23, 16, tzinfo=ZONE))
    page = at_desk.submit(at_desk.get(page_of(thread)).form("Kabari lewat WhatsApp"))
    assert "Selamat sore" in page.text


@pytest.fixture
def offered():
    """What was offered to the questions and answers."""
    heard = []
    events.answer_to_publish.listen(heard.append)
    yield heard
    events.answer_to_publish._listeners.remove(heard.append)


def test_a_good_answer_becomes_a_draft_without_names(at_desk, desk, thread, offered):
    words = "Ibu Siti Aminah dari KSP Sumber Rejeki, telepon 0812-3456-7890. Batasnya Rp5.000.000."
    threads.answered(thread, desk, body=words)
    page = at_desk.get(f"{page_of(thread)}/tanya-jawab")
    form = page.form("Ajukan sebagai draf")
    assert form.data["answer"] == (
        "Ibu [nama] dari [koperasi], telepon [nomor]. Batasnya Rp5.000.000."
    )
    for gone in ("Siti Aminah", "KSP Sumber Rejeki", "0812-3456-7890"):
        assert gone in page.text

    at_desk.submit(form)
    assert [each.answer for each in offered] == [form.data["answer"]]
    assert offered[0].offered_by == desk.user_id


def test_what_is_confidential_is_not_offered(at_desk, desk, thread, offered):
    threads.answered(thread, desk, body="Batasnya lima persen.")
    form = at_desk.get(f"{page_of(thread)}/tanya-jawab").form("Ajukan sebagai draf")
    move(at_desk, thread, "rahasiakan", "Rahasiakan")
    assert at_desk.submit(form).status == 409
    assert "Jadikan tanya jawab" not in at_desk.get(page_of(thread)).text
    assert offered == []


def test_amounts_go_when_asked(at_desk, desk, thread):
    threads.answered(thread, desk, body="Batasnya Rp5.000.000.")
    page = at_desk.get(f"{page_of(thread)}/tanya-jawab?jumlah=ya")
    assert page.form("Ajukan sebagai draf").data["answer"] == "Batasnya [jumlah]."


def test_a_name_typed_in_again_is_refused(at_desk, desk, thread, offered):
    threads.answered(thread, desk, body="Batasnya lima persen.")
    form = at_desk.get(f"{page_of(thread)}/tanya-jawab").form("Ajukan sebagai draf")
    refused = at_desk.submit(form.fill(answer="Seperti kata Bu Dewi Lestari."))
    assert refused.status == 422
    assert refused.error_for("answer") == "Hapus ini dulu: Dewi Lestari."
    assert offered == []
