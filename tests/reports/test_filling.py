"""Filling pages: nothing guessed, nothing lost, nobody's numbers written over."""

import pytest

from app.figures.catalogue import BusinessKind, PeriodKind, catalogue
from app.reports.models import Report
from app.shared.database import db
from tests.reports.conftest import address

CASH_PAGE = "/isi/kas-penempatan"
ASKED = catalogue().lines(BusinessKind.SAVINGS_LOAN, PeriodKind.QUARTERLY)
CASH = {line.code: "0" for line in ASKED if line.page == "kas-penempatan"} | {"cash": "1.000.000"}


def draft_of(owed) -> Report:
    db.session.rollback()
    return db.session.get_one(Report, owed.public_id)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("12.50", 'Angka "12.50" kurang jelas. Maksud Anda 1.250 atau 12.500.000? Tulis angka '),
        ("12,212", "Maksud Anda 12.212 atau 12.212.000?"),
        ("12.500,75", "tanpa sen"),
        ("-500", "Jangan pakai tanda minus, tulis angkanya saja. Jika tidak ada, tulis 0."),
        ("12jt", "Kas hanya boleh angka. Maksud Anda 12.000.000?"),
        ("dua belas", "Kas hanya boleh angka. Contoh: 12.500.000"),
        ("100000000000001", "Rp100 triliun"),
        ("", "Isi jumlah kas. Jika tidak ada, tulis 0."),
    ],
)
def test_a_number_that_is_not_clear_comes_back_as_typed(browse, treasurer, quarterly, typed, said):
    browser = browse(treasurer)
    browser.get(address(quarterly, CASH_PAGE))
    page = browser.post(address(quarterly, CASH_PAGE), {**CASH, "cash": typed})

    assert page.status == 422
    assert said in page.error_for("cash")
    assert page.title.startswith("Perlu diperbaiki")
    assert page.soup.find(attrs={"name": "cash"})["value"] == typed
    kept = draft_of(quarterly)
    assert "cash" not in kept.figures
    assert kept.unread.get("cash", "") == typed
    assert kept.figures["bank_accounts"] == 0


def test_only_a_field_that_may_lose_speaks_of_a_loss(browse, treasurer, quarterly):
    browser = browse(treasurer)
    equity = browser.post(address(quarterly, "/isi/ekuitas"), {"retained_surplus": "-500"})
    assert 'pilih "Rugi"' in equity.error_for("retained_surplus")
    cash = browser.post(address(quarterly, CASH_PAGE), {"cash": "-500"})
    assert "Rugi" not in cash.text


def test_the_summary_names_a_field_once(browse, treasurer, quarterly):
    typed = {"savings_members": "sepuluh", "savings_non_members": "12.50"}
    browser = browse(treasurer)
    page = browser.post(address(quarterly, "/isi/simpanan"), typed)

    first, second, third = page.errors[:3]
    assert first == "Tabungan anggota hanya boleh angka. Contoh: 12.500.000"
    assert second.startswith('Tabungan calon anggota dan koperasi lain: Angka "12.50" kurang jelas')
    assert third == "Isi jumlah simpanan berjangka anggota. Jika tidak ada, tulis 0."
    check = browser.get(address(quarterly, "/periksa"))
    assert 'Tabungan calon anggota dan koperasi lain: Angka "12.50" kurang' in check.text


def test_a_field_called_a_number_is_not_asked_for_the_number_of_numbers(browse, treasurer, annual):
    page = browse(treasurer).post(address(annual, "/isi/karyawan"), {})
    assert page.error_for("financing_partners") == "Isi jumlah peminjam. Jika tidak ada, tulis 0."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("12.50", 'Angka "12.50" kurang jelas. Tulis jumlah orang, tanpa titik atau koma desimal.'),
        ("12,5", "Tulis angka bulat, tanpa koma."),
        ("-5", "Jangan pakai tanda minus. Jika tidak ada, tulis 0."),
        ("12 orang", "Anggota laki-laki hanya boleh angka. Contoh: 1.250"),
        ("100000000000001", "Angkanya terlalu besar. Periksa lagi."),
    ],
)
def test_a_count_of_people_is_never_asked_about_in_rupiah(
    browse, treasurer, quarterly, typed, said
):
    browser = browse(treasurer)
    page = browser.post(address(quarterly, "/isi/anggota"), {"members_male": typed})

    assert page.error_for("members_male") == said
    assert browser.get(address(quarterly, "/isi/anggota")).error_for("members_male") == said
    assert said in browser.get(address(quarterly, "/periksa")).text


def test_an_unclear_count_of_offices_does_not_speak_of_people(browse, treasurer, annual):
    page = browse(treasurer).post(address(annual, "/isi/karyawan"), {"branch_offices": "1.5"})

    said = 'Angka "1.5" kurang jelas. Tulis jumlahnya, tanpa titik atau koma desimal.'
    assert page.error_for("branch_offices") == said


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("Rp1.250.000,-", 1_250_000),
        ("1,250,000", 1_250_000),
        (" 1 250 000 ", 1_250_000),
        ("Rp 1.250.000,00", 1_250_000),
    ],
)
def test_a_clear_number_is_stored_whole(browse, treasurer, quarterly, typed, amount):
    browser = browse(treasurer)
    page = browser.post(address(quarterly, CASH_PAGE), {**CASH, "cash": typed})

    assert page.goes_to == address(quarterly, "/isi/pinjaman-persediaan")
    assert draft_of(quarterly).figures["cash"] == amount


def test_a_loss_is_chosen_not_typed(browse, treasurer, quarterly):
    browser = browse(treasurer)
    page = {"retained_surplus": "250.000", "retained_surplus__sign": "minus", "go": "leave"}
    browser.post(address(quarterly, "/isi/ekuitas"), page)

    assert draft_of(quarterly).figures["retained_surplus"] == -250_000
    again = browser.get(address(quarterly, "/isi/ekuitas"))
    assert again.soup.find(attrs={"name": "retained_surplus"})["value"] == "250.000"
    chosen = again.soup.select_one('[name="retained_surplus__sign"][checked]')
    assert chosen["value"] == "minus"


def test_leaving_keeps_half_a_page_and_says_nothing(browse, treasurer, quarterly):
    browser = browse(treasurer)
    page = browser.post(address(quarterly, CASH_PAGE), {"cash": "5.000", "go": "leave"})

    assert page.goes_to == address(quarterly)
    assert draft_of(quarterly).figures == {"cash": 5_000}


def test_one_button_answers_the_empty_fields_with_nought(browse, treasurer, quarterly):
    browser = browse(treasurer)
    browser.post(address(quarterly, CASH_PAGE), {"cash": "5.000", "zeros": "1"})

    figures = draft_of(quarterly).figures
    assert figures["cash"] == 5_000
    assert figures["securities"] == 0


def test_autosave_answers_with_a_piece_and_keeps_what_is_unclear(browse, treasurer, quarterly):
    browser = browse(treasurer)
    browser.get(address(quarterly, CASH_PAGE))
    typed = {"cash": "12.50", "bank_accounts": "7.000", "autosave": "1"}
    piece = browser.post(address(quarterly, CASH_PAGE), typed, htmx=True)

    assert piece.status == 200
    assert piece.is_fragment
    assert piece.soup.find(id="page-version")["value"] == "1"
    assert draft_of(quarterly).unread == {"cash": "12.50"}
    assert browser.get(address(quarterly, CASH_PAGE)).error_for("cash")


def test_an_older_save_that_arrives_after_a_newer_one_changes_nothing(browse, treasurer, quarterly):
    browser = browse(treasurer)
    form = {**CASH, "autosave": "1", "writer": "w1", "version": "0"}
    browser.get(address(quarterly, CASH_PAGE))
    newer = {**form, "cash": "2.000.000", "turn": "p.2"}
    browser.post(address(quarterly, CASH_PAGE), newer, htmx=True)

    late = browser.post(address(quarterly, CASH_PAGE), {**form, "turn": "p.1"}, htmx=True)
    assert late.status == 200
    assert draft_of(quarterly).figures["cash"] == 2_000_000
    reopened = {**form, "cash": "3.000.000", "turn": "q.1"}  # the page was opened anew
    browser.post(address(quarterly, CASH_PAGE), reopened, htmx=True)
    assert draft_of(quarterly).figures["cash"] == 3_000_000


def test_two_people_on_one_page_see_both_numbers(browse, treasurer, chair, quarterly):
    mine, theirs = browse(treasurer), browse(chair)
    first = mine.get(address(quarterly, CASH_PAGE))
    writer = first.soup.find(attrs={"name": "writer"})["value"]
    theirs.get(address(quarterly, CASH_PAGE))
    theirs.post(address(quarterly, CASH_PAGE), {**CASH, "cash": "2.000.000", "version": "0"})

    page = mine.post(address(quarterly, CASH_PAGE), {**CASH, "version": "0", "writer": writer})
    assert page.status == 409
    assert "1.000.000" in page.text
    assert "2.000.000" in page.text
    assert draft_of(quarterly).figures["cash"] == 2_000_000

    mine.post(address(quarterly, CASH_PAGE) + "/pilih", {"cash": "1000000", "version": "1"})
    assert draft_of(quarterly).figures["cash"] == 1_000_000


def in_conflict(browse, treasurer, chair, owed, mine, theirs):
    """The page both numbers stand on, after the chair was faster; and who sees it."""
    browser, other = browse(treasurer), browse(chair)
    browser.get(address(owed, CASH_PAGE))
    other.get(address(owed, CASH_PAGE))
    other.post(address(owed, CASH_PAGE), {**CASH, "cash": theirs, "version": "0", "go": "leave"})
    form = {**CASH, "cash": mine, "version": "0", "writer": "w1", "go": "leave"}
    return browser, browser.post(address(owed, CASH_PAGE), form)


def test_nothing_is_chosen_for_somebody_who_has_not_chosen(browse, treasurer, chair, quarterly):
    browser, page = in_conflict(browse, treasurer, chair, quarterly, "1.000.000", "2.000.000")
    again = browser.submit(page.form("pilih"))

    assert again.status == 422
    assert "Pilih salah satu" in again.error_for("cash")
    assert "1.000.000" in again.text
    assert "2.000.000" in again.text
    assert draft_of(quarterly).figures["cash"] == 2_000_000
    browser.submit(again.form("pilih").fill(cash="1000000"))
    assert draft_of(quarterly).figures["cash"] == 1_000_000


def test_a_text_that_is_no_number_is_shown_as_it_was_typed_and_can_be_chosen(
    browse, treasurer, chair, quarterly
):
    browser, page = in_conflict(browse, treasurer, chair, quarterly, "dua juta", "12.50")
    assert f"Punya Anda: dua juta {chair.name}: 12.50" in page.text

    browser.submit(page.form("pilih").fill(cash="dua juta"))
    kept = draft_of(quarterly)
    assert (kept.unread, "cash" in kept.figures) == ({"cash": "dua juta"}, False)
    assert "dua juta" in browser.get(address(quarterly, CASH_PAGE)).html


@pytest.mark.parametrize(("mine", "theirs"), [("1.000.000", ""), ("", "2.000.000")])
def test_an_empty_field_is_not_chosen_beforehand(browse, treasurer, chair, quarterly, mine, theirs):
    _browser, page = in_conflict(browse, treasurer, chair, quarterly, mine, theirs)

    assert page.status == 409
    assert page.soup.select('[name="cash"][checked]') == []


def test_a_choice_is_no_licence_for_the_page_that_asked(browse, treasurer, chair, quarterly):
    browser, page = in_conflict(browse, treasurer, chair, quarterly, "1.000.000", "2.000.000")
    browser.submit(page.form("pilih").fill(cash="2000000"))
    stale = {**CASH, "cash": "1.000.000", "version": "0", "writer": "w1", "autosave": "1"}

    assert browser.post(address(quarterly, CASH_PAGE), stale, htmx=True).status == 409
    assert draft_of(quarterly).figures["cash"] == 2_000_000


def test_not_answered_can_be_chosen_too(browse, treasurer, chair, annual):
    url = address(annual, "/isi/penilaian-tk-1")
    mine = browse(treasurer)
    item = mine.get(url).soup.select_one("#page-form input[type=radio]")["name"]
    browse(chair).post(url, {item: "yes", "version": "0"})
    page = mine.post(url, {"version": "0", "writer": "w1"})
    mine.submit(page.form("pilih").fill({item: ""}))

    assert item not in draft_of(annual).answers


def test_the_page_that_follows_says_what_has_arrived(browse, treasurer, quarterly):
    browser = browse(treasurer)
    browser.get(address(quarterly, CASH_PAGE))
    sent = {**CASH, "version": "0", "writer": "w1", "turn": "p.1"}

    page = browser.follow(browser.post(address(quarterly, CASH_PAGE), sent))
    assert page.soup.body["data-taken"] == "w1.0.p.1"
    browser.post(address(quarterly, CASH_PAGE), {**sent, "turn": "p.2", "autosave": "1"}, htmx=True)
    assert browser.get(address(quarterly)).soup.body["data-taken"] == "w1.0.p.1"


def test_the_same_page_saved_twice_is_never_in_its_own_way(browse, treasurer, quarterly):
    browser = browse(treasurer)
    form = {**CASH, "version": "0", "writer": "w1"}
    browser.post(address(quarterly, CASH_PAGE), {**form, "autosave": "1"}, htmx=True)
    page = browser.post(address(quarterly, CASH_PAGE), {**form, "cash": "9.000.000"})

    assert page.status == 303
    assert draft_of(quarterly).figures["cash"] == 9_000_000


def test_copied_figures_wait_until_they_are_looked_at(browse, treasurer, quarterly, last_quarter):
    browser = browse(treasurer)
    browser.get(address(quarterly))
    browser.post(address(quarterly, "/salin"))
    kept = draft_of(quarterly)
    assert kept.figures["cash"] == last_quarter.figures["cash"]
    assert kept.copied["cash"] is True
    assert "belum diperiksa" in browser.get(address(quarterly, "/periksa")).text

    shown = {code: str(value) for code, value in kept.figures.items()}
    browser.post(address(quarterly, CASH_PAGE), {**shown, "version": "0", "still": "cash"})
    assert "cash" not in draft_of(quarterly).copied
    browser.post(address(quarterly, CASH_PAGE), {**shown, "version": "1", "seen": "placements"})
    kept = draft_of(quarterly)
    assert "placements" not in kept.copied
    assert kept.copied["bank_accounts"] is True


def test_questions_may_be_left_open(browse, treasurer, annual):
    browser = browse(treasurer)
    browser.get(address(annual, "/isi/penilaian-tk-1"))
    browser.post(address(annual, "/isi/penilaian-tk-1"), {"TK-1.1.a": "yes", "TK-1.1.b": "no"})

    assert draft_of(annual).answers == {"TK-1.1.a": True, "TK-1.1.b": False}


def test_a_period_that_has_not_ended_is_not_there_yet(browse, treasurer, app):
    from tests.reports.conftest import own
    from tests.support import factories

    later = factories.obligation(own(treasurer), 2026, 0)
    assert browse(treasurer).get(address(later)).status == 404


def test_a_page_of_another_kind_of_business_does_not_exist(browse, treasurer, quarterly):
    assert browse(treasurer).get(address(quarterly, "/isi/tahun-lalu")).status == 404
    assert browse(treasurer).get(address(quarterly, "/isi/rahasia")).status == 404


def test_a_stranger_finds_nothing(browse, stranger, quarterly):
    assert browse(stranger).get(address(quarterly)).status == 404
    assert browse(stranger).post(address(quarterly, CASH_PAGE), CASH).status == 404


def test_the_supervisory_board_reads_but_does_not_write(browse, supervisor, quarterly):
    assert browse(supervisor).get(address(quarterly)).status == 200
    assert browse(supervisor).post(address(quarterly, CASH_PAGE), CASH).status == 404
