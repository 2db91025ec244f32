"""A clerk brings a copy in: it is the person's own work, once, and nothing else is touched."""

from datetime import date
from functools import partial

import pytest

from app.accounts.models import Assignment, User
from app.accounts.roles import Role
from app.audit.models import AuditEntry
from app.reports.models import Filing, Report
from app.shared.database import db
from app.shared.models import ReplayedRequest
from tests.support import copies, factories, statements
from tests.support.parallel import at_once
from tests.support.people import person

TYPED = {"members_male": "120", "members_female": "80", "candidate_members": "0"}
TYPED |= {"members_joined": "5", "members_left": "0", "writer": "w1", "version": "0"}
PATIENT = {"turn": "aaaaaaaa.1"}
STORED = {"members_male": 120, "members_joined": 5}


def address(owed, rest):
    return f"/k/laporan/{owed}/{rest}"


def section(owed, **changes):
    told = {**TYPED, **PATIENT, **changes}
    return copies.item(address(owed, "isi/anggota"), told, group=address(owed, ""))


def nil(owed, **changes):
    said = {"reason": "Tidak ada kegiatan sama sekali", "declared": "yes", **changes}
    return copies.item(address(owed, "nihil"), said, group=address(owed, ""), waits=True)


def phone_sends(browser, item):
    """The phone sends by itself, as it does when there is a signal."""
    browser.get("/k/")
    key = {"Idempotency-Key": item["id"]}
    return browser.post(item["path"], dict(item["entries"]), htmx=True, headers=key)


def report(owed):
    db.session.rollback()
    return db.session.get(Report, owed)


def members(owed):
    found = report(owed)
    return {code: found.figures.get(code) for code in STORED} if found else {}


def filings():
    db.session.rollback()
    return db.session.query(Filing).all()


def trail(action):
    db.session.rollback()
    return db.session.query(AuditEntry).filter_by(action=action).all()


def test_nothing_is_stored_before_yes_and_the_page_says_what_would_be(clerk, treasurer, owed):
    page = clerk.reads(copies.work(treasurer.user_id, section(owed)))

    assert page.status == 200
    for said in ("Siti Aminah", "KSP Sumber Rejeki", "Triwulan III 2026", "120", "Akan disimpan"):
        assert said in page.text
    assert members(owed) == {}
    (read,) = trail("copy.read")
    assert read.details["name"] == "Siti Aminah"


def test_a_page_is_stored_as_the_treasurers_own_and_the_phone_later_changes_nothing(
    clerk, browse, treasurer, owed
):
    waiting = section(owed)
    page = clerk.brings_in(copies.work(treasurer.user_id, waiting))

    assert page.status == 200
    assert "1 disimpan, 0 sudah ada, 0 tidak disimpan" in page.text
    assert members(owed) == STORED
    assert report(owed).saved_by == "Siti Aminah"
    answer = phone_sends(browse(treasurer), waiting)
    assert answer.status == 204
    assert answer.headers["X-Received"] == waiting["id"]
    assert report(owed).page_versions["anggota"]["number"] == 1
    assert db.session.query(ReplayedRequest).count() == 1


def test_a_report_is_sent_once_with_one_receipt_whoever_sends_it_again(
    clerk, browse, treasurer, owed
):
    waiting = nil(owed)
    page = clerk.brings_in(copies.work(treasurer.user_id, waiting))
    answer = phone_sends(browse(treasurer), waiting)
    again = clerk.reads(copies.work(treasurer.user_id, waiting))

    (filing,) = db.session.query(Filing).all()
    assert f"Nomor bukti {filing.receipt_number}" in page.text
    assert answer.headers["X-Receipt"] == filing.receipt_number
    assert filing.filed_by_name.startswith("Siti Aminah")
    assert filing.on_behalf is False
    assert "Sudah ada" in again.text
    assert "Tidak ada yang perlu disimpan" in again.text
    assert db.session.query(Filing).count() == 1


def test_two_clerks_at_the_same_moment_and_the_phone_make_one_report(
    browse, desk, key, treasurer, owed
):
    from tests.rescue.conftest import Clerk

    waiting = nil(owed)
    told = copies.work(treasurer.user_id, waiting)
    clerks = [Clerk(browse(desk), key) for _ in range(2)]
    forms = [each.reads(told).form("simpan") for each in clerks]
    phone = browse(treasurer)
    phone.get("/k/")
    acts = [partial(each.browser.submit, form) for each, form in zip(clerks, forms, strict=True)]
    answers = at_once([*acts, partial(phone_sends, phone, waiting)])

    (filing,) = filings()
    assert [page.status for page in answers] == [200, 200, 204]
    assert answers[2].headers["X-Receipt"] == filing.receipt_number


def test_the_trail_names_the_person_the_clerk_and_the_file(clerk, desk, treasurer, owed):
    clerk.brings_in(copies.work(treasurer.user_id, nil(owed)))

    (filed,) = trail("report.filed")
    assert filed.actor_id == treasurer.user_id
    assert filed.actor.startswith("Siti Aminah")
    assert desk.name in filed.actor
    (carried,) = trail("copy.carried_in")
    assert carried.actor_id == desk.user_id
    assert carried.subject == f"user:{treasurer.user_id}"
    assert len(carried.details["hash"]) == 64
    assert (carried.details["stored"], carried.details["refused"]) == (1, 0)


def test_what_the_phone_has_sent_meanwhile_is_there_already(clerk, browse, treasurer, owed):
    sent, waiting = section(owed), nil(owed)
    phone_sends(browse(treasurer), sent)
    page = clerk.brings_in(copies.work(treasurer.user_id, sent, waiting))

    assert "1 disimpan, 1 sudah ada, 0 tidak disimpan" in page.text
    assert report(owed).page_versions["anggota"]["number"] == 1


def test_newer_figures_of_somebody_else_stay_and_hold_up_no_other_report(
    clerk, browse, treasurer, chair, owed
):
    chairs = {"members_male": "999", "writer": "w9", "version": "0", "autosave": "1"}
    browser = browse(chair)
    browser.get("/k/")
    browser.post(address(owed, "isi/anggota"), chairs, htmx=True)
    earlier = factories.obligation(factories_own(treasurer), 2026, 2).public_id
    page = clerk.brings_in(copies.work(treasurer.user_id, section(owed), nil(earlier)))

    assert members(owed)["members_male"] == 999
    assert "Di server ada angka yang lebih baru" in page.text
    assert "1 disimpan, 0 sudah ada, 1 tidak disimpan" in page.text
    assert db.session.query(Filing).one().report_id == earlier


def factories_own(somebody):
    from app.cooperatives.models import Cooperative

    return db.session.get_one(Cooperative, somebody.cooperative_id)


def test_a_report_does_not_go_without_a_part_that_could_not_be_stored(
    clerk, browse, treasurer, chair, owed
):
    browser = browse(chair)
    browser.get("/k/")
    theirs = {"members_male": "999", "writer": "w9", "version": "0", "autosave": "1"}
    browser.post(address(owed, "isi/anggota"), theirs, htmx=True)
    page = clerk.brings_in(copies.work(treasurer.user_id, nil(owed), section(owed)))

    assert "Bagian lain dari laporan ini tidak bisa disimpan" in page.text
    assert db.session.query(Filing).count() == 0


def test_a_refusal_is_listed_and_the_phone_may_still_mend_it(clerk, browse, treasurer, owed):
    waiting = nil(owed, reason="singkat")
    page = clerk.brings_in(copies.work(treasurer.user_id, waiting))

    assert "Masih ada yang harus diperbaiki dulu oleh orangnya." in page.text
    assert db.session.query(Filing).count() == 0
    assert phone_sends(browse(treasurer), waiting).status == 422


def test_a_page_that_is_not_right_yet_is_kept_as_typed_and_its_report_waits(clerk, treasurer, owed):
    told = copies.work(treasurer.user_id, section(owed, members_left="12,5"), nil(owed))
    page = clerk.brings_in(told)

    assert "Disimpan seperti yang diketik." in page.text
    assert "Bagian lain dari laporan ini tidak bisa disimpan" in page.text
    assert members(owed) == STORED
    assert report(owed).unread == {"members_left": "12,5"}
    assert db.session.query(Filing).count() == 0


def test_an_older_save_that_the_phone_has_overtaken_takes_nothing_back(
    clerk, browse, treasurer, owed
):
    old = section(owed)
    newer = section(owed, members_male="300", turn="aaaaaaaa.2")
    phone_sends(browse(treasurer), newer)
    clerk.brings_in(copies.work(treasurer.user_id, old))

    assert members(owed)["members_male"] == 300


DRAFTED = [
    ("writer", "hidden", "w1"),
    ("version", "hidden", "0"),
    ("members_male", "text", "450"),
]


def test_a_draft_is_stored_as_the_page_would_have_saved_it(clerk, treasurer, owed):
    typed = copies.draft(address(owed, "isi/anggota"), DRAFTED)
    page = clerk.brings_in(copies.work(treasurer.user_id, drafts=(typed,)))

    assert "1 disimpan" in page.text
    assert members(owed)["members_male"] == 450


def test_a_draft_goes_over_what_it_was_written_upon_and_over_nothing_else(
    clerk, browse, treasurer, owed
):
    typed = copies.draft(address(owed, "isi/anggota"), DRAFTED)
    clerk.brings_in(copies.work(treasurer.user_id, section(owed), drafts=(typed,)))
    assert members(owed)["members_male"] == 450

    newer = section(owed, members_male="460", turn="bbbbbbbb.1", version="2")
    phone_sends(browse(treasurer), newer)
    late = copies.draft(address(owed, "isi/anggota"), DRAFTED, rev="r2")
    page = clerk.reads(copies.work(treasurer.user_id, drafts=(late,)))
    assert "Halaman ini sudah disimpan lagi oleh Siti Aminah" in page.text
    assert "Tidak ada yang perlu disimpan" in page.text
    assert members(owed)["members_male"] == 460


def test_a_sending_that_was_typed_and_not_pressed_is_not_sent(clerk, treasurer, owed):
    typed = copies.draft(address(owed, "nihil"), [("declared", "checkbox", "yes=true")])
    page = clerk.reads(copies.work(treasurer.user_id, drafts=(typed,)))

    assert "Baru diketik dan belum ditekan kirim, jadi tidak dikirimkan." in page.text
    assert "Tidak ada yang perlu disimpan" in page.text


def test_a_copy_of_another_regency_says_nothing_of_it(browse, key, treasurer, owed):
    from tests.rescue.conftest import Clerk

    elsewhere = person(Role.DESK, scope="33.20")
    page = Clerk(browse(elsewhere), key).reads(copies.work(treasurer.user_id, section(owed)))

    assert page.status == 422
    assert "bukan tentang koperasi di wilayah Anda" in page.text
    assert "Siti Aminah" not in page.text
    assert not trail("copy.read")


def test_nobody_writes_for_a_cooperative_that_is_not_theirs(clerk, stranger, owed):
    page = clerk.reads(copies.work(stranger.user_id, section(owed)))

    assert "tidak lagi memegang jabatan" in page.text
    assert "Tidak ada yang perlu disimpan" in page.text


def test_whose_post_has_ended_sends_nothing_any_more(clerk, treasurer, owed):
    db.session.get_one(Assignment, treasurer.assignment_id).ends_on = date(2026, 11, 1)
    db.session.commit()
    page = clerk.reads(copies.work(treasurer.user_id, section(owed)))
    assert "tidak lagi memegang jabatan" in page.text


def test_whoever_only_reads_sends_nothing(clerk, supervisory_board, owed):
    page = clerk.reads(copies.work(supervisory_board.user_id, nil(owed)))
    assert "tidak lagi memegang jabatan" in page.text


def test_a_closed_account_and_one_that_never_was_are_refused(clerk, treasurer, owed):
    db.session.get_one(User, treasurer.user_id).is_blocked = True
    db.session.commit()
    for user_id in (treasurer.user_id, 987_654):
        page = clerk.reads(copies.work(user_id, section(owed)))
        assert page.status == 422
        assert "tidak ada atau sudah ditutup" in page.text


@pytest.mark.parametrize(
    "path",
    [
        "/akun/sandi",
        "/keluar",
        "/d/laporan/{owed}/terima",
        "/k/laporan/{owed}/perbaiki",
        "/k/laporan/{owed}/isi/tidak-ada",
        "/k/laporan/{owed}",
        "//elsewhere.example/k/laporan/{owed}/kirim",
        "/static/x",
        "/",
    ],
)
def test_only_forms_that_wait_on_a_phone_are_taken(clerk, treasurer, owed, path):
    forged = copies.item(path.format(owed=owed), {"reason": "x"})
    page = clerk.reads(copies.work(treasurer.user_id, section(owed), forged))

    assert page.status == 200
    assert "Bukan tentang sesuatu yang dapat Anda lihat di sini." in page.text


def test_a_copy_changed_between_looking_and_yes_is_refused(clerk, treasurer, owed):
    form = clerk.reads(copies.work(treasurer.user_id, section(owed))).form("simpan")
    form.data["copy-0"] = form.data["copy-0"][:-9] + "AAAAAAA" + form.data["copy-0"][-2:]
    page = clerk.browser.submit(form)

    assert page.status == 422
    assert "rusak" in page.text
    assert members(owed) == {}


def test_a_full_report_typed_without_a_signal_arrives_whole(clerk, treasurer, owed):
    from app.figures.kinds import BusinessKind, PeriodKind

    figures = statements.figures_for(BusinessKind.SAVINGS_LOAN, PeriodKind.QUARTERLY)
    typed = {code: str(figures[code]) for code in ("savings_members", "savings_non_members")}
    waiting = copies.item(
        address(owed, "isi/simpanan"), {**typed, "autosave": "1", "version": "0", "writer": "w2"}
    )
    clerk.brings_in(copies.work(treasurer.user_id, section(owed), waiting))

    stored = report(owed).figures
    assert {code: stored[code] for code in typed} == {code: figures[code] for code in typed}
    assert members(owed) == STORED


def test_a_clerk_with_no_file_or_the_wrong_one_is_told_what_to_do(clerk, key):
    other = copies.closed(copies.work(7), copies.new_key())
    told = {
        b"": "Berkas ini kosong.",
        b"not a copy": "Ini bukan salinan dari HP.",
        other: "dengan kunci Anda yang lama",
        copies.closed(copies.work(7), key, version=0): "versi e-Koperasi yang lain",
        copies.closed(b"nonsense", key): "Salinan ini rusak",
        b"{" + b" " * 9_500_000: "lebih besar daripada salinan dari HP",
    }
    for content, sentence in told.items():
        page = clerk.reads(content)
        assert page.status == 422
        assert sentence in page.error_for("file"), page.text
    without = clerk.browser.post("/d/salinan", {})
    assert "Pilih berkas" in without.error_for("file")


@pytest.mark.either_database
def test_officers_of_a_cooperative_find_the_copy_from_their_account(browse, key, treasurer, desk):
    words = "Simpan salinan untuk dinas"
    assert browse(treasurer).get("/akun").link(words) == "/antrean"
    assert words not in browse(desk).get("/akun").text


@pytest.mark.either_database
def test_without_a_key_the_page_says_who_can_set_it_up(browse, desk):
    page = browse(desk).get("/d/salinan")
    assert "Minta pengelolanya mengisi RESCUE_KEY." in page.text
    assert not [form for form in page.forms if form.is_about("salinan")]
    assert "save-copy" not in browse().get("/antrean").html


def test_the_clerk_reads_what_was_explained_with_a_report(clerk, treasurer, owed):
    said = {"member_growth__reason": "Banyak anggota baru", "declared": "yes"}
    sending = copies.item(address(owed, "kirim"), said, waits=True)
    page = clerk.reads(copies.work(treasurer.user_id, sending, nil(owed)))
    for words in ("Mengirim laporan", "Banyak anggota baru", "Tidak ada kegiatan sama sekali"):
        assert words in page.text


def test_what_a_copy_says_is_shown_as_text_and_nothing_else(clerk, treasurer, owed):
    told = section(owed, members_left="<script>alert(1)</script>" * 9)
    page = clerk.reads(copies.work(treasurer.user_id, told))
    assert "<script>alert(1)" not in page.html
    assert "&lt;script&gt;alert(1)" in page.html
