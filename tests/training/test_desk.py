"""The dinas announces training and knows who comes."""

import csv
import io

import pytest

from app.shared.database import db
from app.training import services
from app.training.models import TrainingEvent
from tests.architecture.test_queries import counted
from tests.support import factories, shelves

TYPED = {
    "title": "Menyusun laporan",
    "about": "Untuk bendahara.",
    "place": "Aula",
    "link": "",
    "day": "2026-12-07",
    "begins": "09.00",
    "ends": "12.00",
    "quota": "20",
    "open_day": "2026-12-05",
}


def test_it_is_announced_changed_and_cancelled_with_a_reason(browse, desk):
    browser = browse(desk)
    form = browser.get("/d/pelatihan/baru").form("Umumkan").fill(TYPED)
    page = browser.follow(browser.submit(form))
    assert page.h1 == "Menyusun laporan"
    assert "Senin, 7 Desember 2026, pukul 09.00 sampai 12.00" in page.text

    form = browser.get(page.link("Ubah")).form("title")
    assert form.data["begins"] == "09.00"
    assert "Tidak ada yang diubah" in browser.follow(browser.submit(form)).text
    page = browser.follow(browser.submit(form.fill(quota="30")))
    assert "30 orang" in page.text

    asked = browser.get(page.link("Batalkan pelatihan"))
    assert browser.submit(asked.form("reason")).status == 422
    page = browser.follow(browser.submit(asked.form("reason").fill(reason="Pemateri sakit.")))
    assert "Pemateri sakit." in page.text


@pytest.mark.either_database
@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"ends": "08.00"}, "ends"),
        ({"begins": "25.00"}, "begins"),
        ({"quota": "0"}, "quota"),
        ({"open_day": "2026-12-08"}, "open_day"),
        ({"link": "http://a.id"}, "link"),
        ({"link": "ftp://a.id"}, "link"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field_and_nothing_typed_is_lost(
    browse, desk, wrong, field
):
    browser = browse(desk)
    form = browser.get("/d/pelatihan/baru").form("Umumkan").fill({**TYPED, **wrong})
    page = browser.submit(form)

    assert page.status == 422
    assert page.error_for(field)
    assert page.form("title").data["about"] == TYPED["about"]
    assert db.session.query(TrainingEvent).count() == 0


@pytest.fixture
def full(app):
    """Three asked for two places; one cooperative's name would be a formula."""
    event = shelves.event(quota=2)
    first = factories.cooperative(name="KSP Maju")
    second = factories.cooperative(name="=SUM(A1)")
    services.register(event, first.id, 1, 1)
    services.register(event, second.id, 2, 1)
    db.session.commit()
    return event


def test_who_comes_stands_on_the_screen_on_paper_and_in_a_file(browse, agency_head, full):
    browser = browse(agency_head)
    page = browser.get(f"/d/pelatihan/{full.id}")
    assert "3 orang dari 2 koperasi" in page.text

    paper = browser.get(page.link("Daftar hadir"))
    tables = paper.soup.select("article.paper table")
    assert [len(each.select("tbody tr")) for each in tables] == [2, 1]

    answer = browser.client.get(f"/d/pelatihan/{full.id}/daftar-hadir.csv")
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:4] == ["No.", "Koperasi", "Kecamatan", "Tempat"]
    assert [row[1] for row in rows[1:]] == ["KSP Maju", "'=SUM(A1)", "'=SUM(A1)"]
    assert [row[3] for row in rows[1:]] == ["dapat tempat", "dapat tempat", "menunggu"]


def test_a_larger_quota_lets_in_who_waited(browse, desk, full):
    browser = browse(desk)
    form = browser.get(f"/d/pelatihan/{full.id}/ubah").form("title").fill(quota="3")
    page = browser.follow(browser.submit(form))

    assert "3 orang, sisa 0" in page.text
    waiting = [tag.get_text() for tag in page.soup.select('td[data-label="Menunggu"]')]
    assert waiting == ["0", "0"]


def test_more_events_are_not_more_questions(app, browse, desk, full):
    def asked():
        browser = browse(desk)
        browser.get("/d/pelatihan")
        with counted(app) as said:
            browser.get("/d/pelatihan")
        return len(said)

    few = asked()
    for _each in range(10):
        services.register(shelves.event(), factories.cooperative().id, 2, 1)
        db.session.commit()
    assert asked() <= few <= 8


def test_another_regency_sees_nothing_of_it(browse, elsewhere, full):
    browser = browse(elsewhere)

    assert "Belum ada pelatihan" in browser.get("/d/pelatihan").text
    for end in ("", "/ubah", "/batal", "/daftar-hadir", "/daftar-hadir.csv"):
        assert browser.get(f"/d/pelatihan/{full.id}{end}").status == 404
