"""The dinas: who reads what, answers, notes, and the trace of every look."""

import pytest
from sqlalchemy import select

from app.accounts.roles import Role
from app.audit.models import AuditEntry
from app.complaints.kinds import State, Topic
from app.complaints.models import Complaint, ComplaintMessage
from app.shared.database import db
from tests.support import complaints, factories
from tests.support.complaints import SECRET


@pytest.fixture
def complaint(app, cooperative):
    return complaints.complaint(cooperative_id=cooperative.id)


@pytest.fixture
def head(browse, division_head):
    return browse(division_head)


def actions(complaint):
    query = select(AuditEntry).where(AuditEntry.subject == f"complaint:{complaint.id}")
    return [(row.action, row.actor_id) for row in db.session.scalars(query)]


def state_of(complaint):
    db.session.expire_all()
    return db.session.get_one(Complaint, complaint.id).state


def page_of(browser, complaint):
    return browser.get(f"/d/pengaduan/{complaint.id}")


def name(head, complaint, person):
    page = page_of(head, complaint)
    return head.submit(page.form("officer").fill(officer=str(person.user_id) if person else ""))


class TestWhoReads:
    def test_the_head_of_the_division_reads_every_one(self, head, complaint):
        assert f"Aduan {complaint.id}" in head.get("/d/pengaduan").text
        assert SECRET in page_of(head, complaint).text

    @pytest.mark.parametrize("role", ["desk", "inspector"])
    def test_others_read_only_what_they_were_named_for(
        self, browse, head, complaint, everyone, role
    ):
        officer = everyone(role)
        mine = browse(officer)
        assert page_of(mine, complaint).status == 404
        assert "Belum ada aduan untuk Anda" in mine.get("/d/pengaduan").text

        assert name(head, complaint, officer).goes_to
        assert SECRET in page_of(mine, complaint).text
        assert f"Aduan {complaint.id}" in mine.get("/d/pengaduan").text

        name(head, complaint, None)
        assert page_of(mine, complaint).status == 404

    def test_only_the_head_names_who_else_reads(self, browse, head, complaint, desk):
        name(head, complaint, desk)
        page = page_of(browse(desk), complaint)

        assert "Siapa lagi yang boleh membaca" not in page.text
        address = f"/d/pengaduan/{complaint.id}/petugas"
        assert browse(desk).post(address, {"officer": str(desk.user_id)}).status in (403, 419)

    def test_nobody_outside_the_dinas_can_be_named(self, head, complaint, treasurer):
        page = page_of(head, complaint)
        data = {**page.form("officer").data.to_dict(), "officer": str(treasurer.user_id)}

        assert head.post(f"/d/pengaduan/{complaint.id}/petugas", data).status == 409
        db.session.expire_all()
        assert db.session.get_one(Complaint, complaint.id).officer_id is None

    def test_the_head_of_another_regency_finds_nothing(self, browse, complaint):
        from tests.support.people import person

        elsewhere = browse(person(Role.DIVISION_HEAD, scope="33.20"))
        assert page_of(elsewhere, complaint).status == 404
        assert "Belum ada aduan" in elsewhere.get("/d/pengaduan").text

    def test_every_look_stays_noted_with_who_looked(self, head, complaint, division_head):
        page_of(head, complaint)
        head.get(f"/d/pengaduan/{complaint.id}/foto/{complaints.photo_of(complaint)}")

        assert actions(complaint) == [
            ("complaint.read", division_head.user_id),
            ("complaint.photo_read", division_head.user_id),
        ]


class TestAnswering:
    def test_an_answer_is_noted_and_the_state_says_so(self, head, complaint, division_head):
        page = page_of(head, complaint)
        form = page.form("answer-text").fill({"answer-text": "Kami periksa hari Senin."})
        for _tap in range(2):
            assert head.follow(head.submit(form)).status == 200

        assert state_of(complaint) == State.ANSWERED
        words = db.session.scalars(select(ComplaintMessage.text)).all()
        assert words.count("Kami periksa hari Senin.") == 1
        assert ("complaint.answered", division_head.user_id) in actions(complaint)

    def test_the_trail_says_that_and_never_what(self, head, complaint):
        page = page_of(head, complaint)
        head.submit(page.form("answer-text").fill({"answer-text": "Kami periksa hari Senin."}))

        told = [str(row.details) for row in db.session.scalars(select(AuditEntry))]
        assert not [each for each in told if "Senin" in each or SECRET in each]

    @pytest.mark.parametrize("which", ["answer", "note"])
    def test_empty_words_are_asked_for(self, head, complaint, which):
        page = head.submit(page_of(head, complaint).form(f"{which}-text"))

        assert page.status == 422
        assert page.errors == ["Tulis pesannya dulu."]
        assert SECRET in page.text

    def test_a_note_looks_like_none_of_the_answers_and_changes_nothing(self, head, complaint):
        page = page_of(head, complaint)
        head.submit(page.form("note-text").fill({"note-text": "Ketua pernah ditegur 2024."}))
        page = page_of(head, complaint)

        framed = page.soup.find(string="Ketua pernah ditegur 2024.").find_parent(class_="note")
        assert "hanya petugas yang melihat" in framed.get_text()
        assert state_of(complaint) == State.WAITING

    def test_it_is_finished_only_after_an_answer(self, head, complaint):
        page = page_of(head, complaint)
        close = f"/d/pengaduan/{complaint.id}/selesai"
        assert "Nyatakan selesai" not in page.text
        assert head.post(close).status == 409

        head.get(f"/d/pengaduan/{complaint.id}")
        head.submit(page.form("answer-text").fill({"answer-text": "Sudah kami tangani."}))
        page = page_of(head, complaint)
        head.submit(page.form("Nyatakan selesai"))
        assert state_of(complaint) == State.CLOSED


class TestBoard:
    def test_it_says_how_many_wait_to_whoever_answers_them(self, browse, head, desk, complaint):
        assert "1 aduan warga menunggu jawaban." in head.get("/d/").text
        assert "aduan warga" not in browse(desk).get("/d/").text
        name(head, complaint, desk)
        assert "1 aduan warga menunggu jawaban." in browse(desk).get("/d/").text

    @pytest.mark.usefixtures("complaint")
    def test_nobody_else_learns_of_it(self, browse, agency_head, auditor):
        for reader in (agency_head, auditor):
            assert "aduan warga" not in browse(reader).get("/d/").text


class TestList:
    @pytest.mark.usefixtures("complaint")
    def test_it_shows_nothing_of_what_was_told(self, head):
        assert SECRET not in head.get("/d/pengaduan").html

    def test_it_is_narrowed_by_state_and_topic(self, head, complaint):
        other = complaints.complaint(
            topic=Topic.SAVINGS, state=State.ANSWERED, named="Koperasi dekat pasar"
        )
        for query in (
            "keadaan=answered",
            "topik=savings",
            "keadaan=answered&topik=savings",
            "q=dekat PASAR",
        ):
            text = head.get(f"/d/pengaduan?{query}").text
            assert f"Aduan {other.id}" in text
            assert f"Aduan {complaint.id}" not in text
        assert "Tidak ada aduan yang cocok" in head.get("/d/pengaduan?keadaan=closed").text
        assert f"Aduan {complaint.id}" in head.get("/d/pengaduan?keadaan=x&topik=y").text

    def test_the_latest_comes_first_and_pages_are_of_fifty(self, head):
        for _number in range(51):
            last = complaints.complaint()
        page = head.get("/d/pengaduan")

        rows = page.soup.select("tbody tr")
        assert len(rows) == 50
        assert f"Aduan {last.id}" in rows[0].get_text()
        assert len(head.get("/d/pengaduan?hal=2").soup.select("tbody tr")) == 1
        assert len(head.get("/d/pengaduan?per=100").soup.select("tbody tr")) == 51

    @pytest.mark.usefixtures("complaint")
    def test_its_fragment_is_the_list_alone(self, head):
        head.get("/d/pengaduan")
        assert head.get("/d/pengaduan?keadaan=waiting", htmx=True).is_fragment


def test_a_photo_is_handed_out_in_its_box(head, complaint):
    photo = head.get(f"/d/pengaduan/{complaint.id}/foto/{complaints.photo_of(complaint)}")

    assert photo.headers["Content-Type"] == "image/jpeg"
    assert photo.headers["Cache-Control"] == "private, no-store"
    assert "sandbox" in photo.headers["Content-Security-Policy"]


def test_a_photo_of_another_complaint_is_not_there(head, complaint):
    other = complaints.complaint()
    address = f"/d/pengaduan/{complaint.id}/foto/{complaints.photo_of(other)}"

    assert head.get(address).status == 404


def test_whom_it_is_about_is_said_as_written_and_as_found(head, complaint, cooperative):
    text = page_of(head, complaint).text
    assert text.count(cooperative.name) >= 2
    stranger = complaints.complaint(named="Koperasi Gelap")
    assert "belum ditemukan" in page_of(head, stranger).text


def test_a_merged_cooperative_is_still_the_one_it_was_about(head):
    gone = factories.cooperative(status="dissolved")
    row = complaints.complaint(cooperative_id=gone.id)
    assert gone.name in page_of(head, row).text
