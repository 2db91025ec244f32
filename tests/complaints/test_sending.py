"""Complaining: no account, no name, one complaint however often it is tapped."""

import io
import uuid
from functools import partial

import pytest
from sqlalchemy import func, select

from app.accounts.models import SignInTry
from app.audit.models import AuditEntry
from app.complaints.models import Complaint, ComplaintMessage, ComplaintPhoto
from app.cooperatives.models import Cooperative
from app.cooperatives.services.name_index import index_names
from app.evidence.storage import store
from app.shared.database import db
from app.shared.models import ReplayedRequest
from app.shared.transactions import write_transaction
from tests.support import complaints, factories, files
from tests.support.complaints import SECRET, tell, ticket_on
from tests.support.parallel import at_once


def count(model):
    return db.session.scalars(select(func.count()).select_from(model)).one()


def only(model):
    return db.session.scalars(select(model)).one()


def test_a_resident_complains_and_gets_a_ticket(browse, cooperative):
    page = tell(browse())

    assert page.status == 200
    assert page.h1 == "Simpan kode ini"
    assert len(ticket_on(page)) == 14
    kept = only(Complaint)
    assert (kept.named, kept.cooperative_id) == ("KSP Sumber Rejeki", cooperative.id)
    assert kept.topic == "board"
    assert SECRET in only(ComplaintMessage).text


def test_the_ticket_stands_in_no_address_no_cookie_and_no_table(browse, cooperative):
    browser = browse()
    ticket = ticket_on(tell(browser)).replace("-", "")

    assert ticket not in browser.page.url if browser.page else True
    with browser.client.session_transaction() as cookie:
        assert ticket not in str(dict(cookie))
    for row in (only(Complaint), only(ComplaintMessage), *db.session.scalars(select(AuditEntry))):
        values = [getattr(row, column.key) for column in row.__table__.columns]
        assert ticket not in str(values).upper()


@pytest.mark.parametrize("how", ["double tap", "lost answer", "another browser"])
def test_the_same_form_twice_is_one_complaint_and_one_ticket(browse, cooperative, how):
    first = browse()
    key = str(uuid.uuid4())
    ticket = ticket_on(tell(first, files.image(), key=key))
    second = browse() if how == "another browser" else first

    again = tell(second, files.image(), key=key)

    assert ticket_on(again) == ticket
    assert (count(Complaint), count(ComplaintMessage), count(ComplaintPhoto)) == (1, 1, 1)


def test_loaded_anew_the_page_shows_its_ticket_although_the_photos_are_gone(browse):
    browser, key = browse(), str(uuid.uuid4())
    ticket = ticket_on(tell(browser, files.image(), key=key))

    assert ticket_on(tell(browser, b"", key=key)) == ticket
    assert count(ComplaintPhoto) == 1


def test_two_taps_at_the_same_moment_are_one_complaint(browse, cooperative):
    browsers, key = [browse() for _ in range(4)], str(uuid.uuid4())
    for each in browsers:
        each.get("/pengaduan/baru")

    pages = at_once([partial(tell, each, key=key) for each in browsers])

    assert len({ticket_on(page) for page in pages}) == 1
    assert (count(Complaint), count(ComplaintMessage)) == (1, 1)


def test_other_words_in_a_form_that_was_sent_are_kept_and_become_another_complaint(browse):
    browser, key = browse(), str(uuid.uuid4())
    ticket = ticket_on(tell(browser, key=key))

    page = tell(browser, key=key, text=f"{SECRET}. Sekarang juga televisi.")

    assert page.status == 409
    assert "Formulir ini pernah dikirim" in page.text
    assert "juga televisi" in page.html
    sent = browser.submit(page.form("text"))
    assert ticket_on(sent) != ticket
    assert count(Complaint) == 2


def test_a_form_without_a_key_still_arrives(browse):
    assert ticket_on(tell(browse(), key="bukan kunci"))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"named": ""}, "Isi nama koperasinya."),
        ({"topic": ""}, "Pilih tentang apa aduan ini."),
        ({"topic": "gosip"}, "Pilih tentang apa aduan ini."),
        ({"text": ""}, "Ceritakan apa yang terjadi."),
        ({"text": "Ketuanya jahat"}, "paling sedikit 20 huruf"),
        ({"text": "a" * 6001}, "Paling banyak 6000 huruf."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(browse, changes, told):
    page = tell(browse(), **changes)

    assert page.status == 422
    assert told in " ".join(page.errors)
    for name, value in {"named": "KSP Sumber Rejeki", "text": SECRET, **changes}.items():
        assert value in page.html or name == "topic"
    assert count(Complaint) == 0


def test_photos_chosen_before_a_mistake_are_to_be_chosen_again(browse):
    page = tell(browse(), files.image(), topic="")

    assert "Pilih lagi fotonya" in page.text


class TestWhichCooperative:
    def found(self, browser, typed):
        page = browser.get("/pengaduan/baru")
        data = {**page.form("text").data.to_dict(), "named": typed, "text": SECRET, "find": "1"}
        return browser.post("/pengaduan/baru", data)

    def test_it_is_found_by_a_word_of_its_name_or_in_spite_of_a_typing_error(
        self, browse, cooperative
    ):
        with write_transaction():
            index_names([cooperative])
        for typed in ("sumber", "sumber rejeqi"):
            page = self.found(browse(), typed)
            assert page.status == 200
            assert "KSP Sumber Rejeki" in page.text
            assert SECRET in page.html

    def test_the_chosen_one_is_meant_and_what_was_typed_stays(self, browse, cooperative):
        tell(browse(), named="sumber", chosen=str(cooperative.id))

        kept = only(Complaint)
        assert (kept.named, kept.cooperative_id) == ("sumber", cooperative.id)

    @pytest.mark.parametrize("chosen", ["0", "987654", "satu"])
    @pytest.mark.usefixtures("cooperative")
    def test_none_of_them_leaves_it_to_the_dinas(self, browse, chosen):
        tell(browse(), chosen=chosen, named="KSP Sumber Rejeki" if chosen == "0" else "sumber")

        assert only(Complaint).cooperative_id is None

    def test_two_of_the_same_name_are_not_guessed_between(self, browse, cooperative):
        factories.cooperative(name=cooperative.name, village="33.19.07.2001")
        tell(browse())

        assert only(Complaint).cooperative_id is None

    @pytest.mark.usefixtures("cooperative")
    def test_an_unknown_name_does_not_stop_anybody(self, browse):
        page = self.found(browse(), "Koperasi Antah Berantah")

        assert "Lanjutkan saja" in page.text
        tell(browse(), named="Koperasi Antah Berantah")
        assert only(Complaint).named == "Koperasi Antah Berantah"

    def test_what_was_found_stays_while_something_else_is_missing(self, browse, cooperative):
        browser = browse()
        page = self.found(browser, "sumber")

        again = browser.submit(page.form("text").fill(topic=""))

        assert again.status == 422
        assert cooperative.name in again.text

    def test_an_empty_name_finds_nothing(self, browse, cooperative):
        assert cooperative.name not in self.found(browse(), "").text


class TestPhotos:
    def test_a_photo_is_made_anew_without_place_time_and_device(self, browse):
        from PIL import Image

        exif = Image.Exif()
        exif[0x0110], exif[0x010F], exif[0x0132] = "Redmi 9A", "Xiaomi", "2026:11:20 09:00:00"
        exif.get_ifd(0x8825)[1] = "S"
        tell(browse(), files.image(exif=exif.tobytes()))

        kept = only(ComplaintPhoto)
        content = store().get(kept.content_hash)
        assert b"Redmi" not in content
        assert not Image.open(io.BytesIO(content)).getexif()
        assert (kept.name, kept.sent_hash) == ("foto-1.jpg", "")

    @pytest.mark.parametrize(
        ("photos", "told"),
        [
            ([files.pdf()], "berkas lain bisa memuat nama Anda"),
            ([files.workbook()], "berkas lain bisa memuat nama Anda"),
            ([b"<html>"], "Berkas harus PDF, JPG, PNG"),
            ([files.image()] * 6, "Paling banyak 5 foto"),
            ([files.image(), b""], "Berkas kosong"),
        ],
    )
    def test_what_is_no_photo_is_refused_with_all_that_came_along(self, browse, photos, told):
        page = tell(browse(), *photos)

        assert page.status == 422
        assert told in page.error_for("photo")
        assert (count(Complaint), count(ComplaintPhoto)) == (0, 0)


class TestNobodyIsKnown:
    """Also who is signed in: a treasurer who complains about their own cooperative."""

    @pytest.fixture
    def sent(self, browse, treasurer):
        browser = browse(treasurer)
        before = {row.number for row in db.session.scalars(select(AuditEntry))}
        browser.get("/pengaduan/baru")
        page = tell(browser, key=str(complaints.KEY))
        return page, before

    def test_the_trail_names_no_person(self, sent):
        _page, before = sent
        new = [row for row in db.session.scalars(select(AuditEntry)) if row.number not in before]

        assert [row.action for row in new] == ["complaint.sent"]
        assert (new[0].actor_id, new[0].actor, new[0].details) == (None, "e-Koperasi", {})

    def test_no_answer_is_kept_for_a_person_even_when_a_key_comes_as_a_header(
        self, browse, treasurer
    ):
        browser = browse(treasurer)
        page = browser.get("/pengaduan/baru")
        data = {**page.form("text").data.to_dict(), "named": "X", "topic": "other", "text": SECRET}
        key = {"Idempotency-Key": str(uuid.uuid4())}

        assert browser.post("/pengaduan/baru", data, headers=key).status == 200
        assert count(ReplayedRequest) == 0

    def test_the_page_is_for_nobody_and_kept_nowhere(self, sent):
        page, _before = sent

        assert "X-Reader" not in page.headers
        assert "X-Offline-Page" not in page.headers
        assert page.headers["Cache-Control"] == "private, no-store"
        assert "Siti Aminah" not in page.html

    @pytest.mark.usefixtures("sent")
    def test_the_tables_have_no_place_for_a_person_or_an_address(self):
        columns = {
            column.key
            for model in (Complaint, ComplaintMessage, ComplaintPhoto)
            for column in model.__table__.columns
        }

        assert not {"ip", "address", "user_agent", "user_id", "session_id", "ticket"} & columns
        assert count(SignInTry) == 0


@pytest.mark.parametrize("address", ["/pengaduan", "/pengaduan/baru", "/pengaduan/lihat"])
def test_every_page_of_it_is_kept_by_no_browser(browse, treasurer, address):
    for reader in (None, treasurer):
        page = browse(reader).get(address)
        assert page.headers["Cache-Control"] == "private, no-store"
        assert "X-Offline-Page" not in page.headers


def test_it_is_reached_from_the_first_page_and_from_the_foot_of_every_page(browse):
    for address in ("/", "/privasi", "/masuk"):
        assert browse().get(address).link("Pengaduan rahasia") == "/pengaduan"
    assert "alamat internet" in browse().get("/privasi").text


def test_a_complaint_about_a_cooperative_does_not_change_it(browse, cooperative):
    before = db.session.get_one(Cooperative, cooperative.id).status
    tell(browse())

    assert db.session.get_one(Cooperative, cooperative.id).status == before
