"""What the dinas announces: to whom, until when, and who has read it."""

from datetime import date, datetime, timedelta
from functools import partial

import pytest

from app.library.models import AnnouncementReceipt
from app.library.queries import announced
from app.library.queries.useful import MOST
from app.library.services import reading
from app.shared.clock import ZONE
from app.shared.database import db
from app.shared.web.pages import Page
from tests.support import factories, shelves
from tests.support.parallel import at_once

TODAY = date(2026, 11, 23)


def shown(cooperative):
    return [each.id for each in db.session.scalars(announced.told_to(cooperative, TODAY))]


@pytest.mark.parametrize(
    ("changes", "is_told"),
    [
        ({}, True),
        ({"groups": ("18",)}, True),
        ({"groups": ("savings_loan",)}, True),
        ({"groups": ("sharia",)}, False),
        ({"groups": ("01", "sharia")}, False),
        ({"districts": ("33.19.02",)}, True),
        ({"districts": ("33.19.07",)}, False),
        ({"groups": ("18",), "districts": ("33.19.07",)}, False),
        ({"valid_until": TODAY}, True),
        ({"valid_until": TODAY - timedelta(days=1)}, False),
        ({"valid_from": TODAY + timedelta(days=1)}, False),
    ],
)
def test_it_reaches_whom_it_is_meant_for_while_it_holds(cooperative, changes, is_told):
    row = shelves.announcement(**changes)

    assert shown(cooperative) == ([row.id] if is_told else [])
    if "valid_until" not in changes and "valid_from" not in changes:
        assert announced.reach(row) == (0, int(is_told))


def test_of_another_regency_nothing_is_told(cooperative):
    shelves.announcement()
    row = shelves.article(shelves.content(kind="announcement"), regency="33.20")

    assert row.id not in shown(cooperative)


def test_it_stands_on_the_first_page_until_it_is_read(browse, treasurer):
    shelves.announcement(title="Kantor tutup")
    browser = browse(treasurer)
    page = browser.get("/k/")
    assert "Kantor tutup" in page.text

    home = browser.follow(browser.submit(page.form("Sudah saya baca")))
    assert home.url == "/k/"
    assert "Terima kasih" in home.text
    assert not home.soup.select("form[action*=dibaca]")


def test_another_officer_still_has_to_read_it_and_the_dinas_counts_cooperatives(
    browse, treasurer, chair, cooperative, other_cooperative
):
    row = shelves.announcement()
    for reader in (treasurer, chair):
        browser = browse(reader)
        browser.submit(browser.get("/k/informasi").form("Sudah saya baca"))
        assert announced.reach(row) == (1, 2)
    assert db.session.query(AnnouncementReceipt).count() == 2
    left = announced.not_yet(row, Page(1, 50, 1))
    assert [each.id for each in left] == [other_cooperative.id]


def test_reading_twice_is_once_and_a_correction_asks_again(cooperative):
    row = shelves.announcement()
    reading.say_read(row, 7, cooperative.id)
    db.session.commit()
    reading.say_read(row, 7, cooperative.id)
    assert announced.unread(cooperative, 7, TODAY) == []
    assert announced.reach(row) == (1, 1)

    row.version = 2
    db.session.flush()
    assert announced.unread(cooperative, 7, TODAY) == [row]
    assert announced.reach(row) == (0, 1)
    reading.say_read(row, 7, cooperative.id)
    assert announced.reach(row) == (1, 1)


def test_two_taps_at_the_same_moment_are_one(browse, treasurer):
    row = shelves.announcement()
    address = f"/k/pengumuman/{row.id}/dibaca"
    browsers = [browse(treasurer) for _ in range(3)]
    for each in browsers:
        each.get("/k/")

    pages = at_once([partial(each.post, address) for each in browsers])

    assert [page.status for page in pages] == [303] * 3
    assert announced.reach(row) == (1, 1)


def test_what_is_not_told_to_a_cooperative_it_cannot_have_read(browse, treasurer):
    row = shelves.announcement(districts=("33.19.07",))
    assert browse(treasurer).post(f"/k/pengumuman/{row.id}/dibaca").status == 404


def test_the_dinas_sees_who_has_not_read_it_with_their_number(browse, desk, cooperative):
    factories.cooperative(name="KSP Lain", phone="+6281234567890")
    row = shelves.announcement()
    reading.say_read(row, 7, cooperative.id)
    db.session.commit()
    browser = browse(desk)
    page = browser.get(browser.get(f"/d/informasi/{row.id}").link("Lihat yang belum membaca"))

    assert "KSP Lain" in page.links
    assert "KSP Sumber Rejeki" not in page.links
    assert page.links["0812-3456-7890"] == "tel:+6281234567890"
    assert browse(desk).get(f"/d/informasi/{shelves.article().id}/pembaca").status == 404


def test_who_has_not_read_comes_in_pages_with_the_same_few_questions(app, browse, desk):
    from tests.architecture.test_queries import counted

    row = shelves.announcement()
    for _each in range(60):
        factories.cooperative()
    browser = browse(desk)
    address = f"/d/informasi/{row.id}/pembaca"
    page = browser.get(address)
    with counted(app) as said:
        browser.get(address)

    assert "1–50 dari 60" in page.text
    assert len(said) <= 8


def test_the_phone_holds_the_announcements_and_the_nearest_guides(browse, treasurer):
    shelves.announcement(title="Kantor tutup")
    for number in range(12):
        said = shelves.content(title=f"Panduan {number:02d}", kind="guide", body="Begini caranya.")
        shelves.article(said)
    shelves.article(shelves.content(title="Untuk KUD", kind="guide", groups=("01",)))
    shelves.article(shelves.content(title="Untuk KSP", kind="guide", groups=("18",)))
    page = browse(treasurer).get("/k/informasi")

    assert page.headers["X-Offline-Page"] == str(treasurer.user_id)
    titles = [tag.get_text() for tag in page.soup.select(".unfold .row__title")]
    assert titles[0] == "Untuk KSP"
    assert len(titles) == MOST
    assert "Untuk KUD" not in page.text
    assert "Begini caranya." in page.text
    assert "/k/informasi" in browse(treasurer).get("/k/bekal").text


def test_the_supervisory_board_reads_too(browse, supervisory_board):
    row = shelves.announcement()
    browser = browse(supervisory_board)
    browser.submit(browser.get("/k/informasi").form("Sudah saya baca"))

    assert announced.reach(row) == (1, 1)


def test_after_its_last_day_it_is_gone_from_the_first_page(browse, treasurer, clock):
    shelves.announcement(title="Kantor tutup", valid_until=TODAY)
    assert "Kantor tutup" in browse(treasurer).get("/k/").text
    clock(datetime(2026, 11, 24, 8, tzinfo=ZONE))
    assert "Kantor tutup" not in browse(treasurer).get("/k/").text
