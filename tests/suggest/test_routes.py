"""The file of short answers, and a question that one of them made needless."""

import json
import uuid

import pytest
from flask import render_template
from sqlalchemy import select

from app.search import queries, services
from app.search.documents import Audience, Document
from app.search.models import Deflection
from app.shared.database import db
from app.shared.transactions import write_transaction
from app.suggest import files
from tests.support.page import Page

LATE = Document(
    kind="article",
    ref="terlambat",
    url="/informasi",
    title="Laporan terlambat",
    summary="Kirim saja hari ini.",
    on_phone=True,
)
SECRET = Document("thread", "K-1", "/k/konsultasi/K-1", "Rahasia", owner="7", scope="33.19.02.2001")


@pytest.fixture
def library(app):
    with write_transaction():
        services.put_many([LATE, SECRET])


def address():
    return f"/jawaban/{files.current().name}"


def counted():
    rows = db.session.execute(
        select(Deflection.regency, Deflection.topic, Deflection.ref, Deflection.times)
    )
    found = [tuple(row) for row in rows]
    db.session.rollback()
    return found


def press(browser, ref="terlambat", *, kind="article", topic="reports", question=None, **sent):
    to = f"/terjawab/{question or uuid.uuid4()}"
    return browser.post(to, {"topic": topic, "kind": kind, "ref": ref}, **sent)


def test_the_file_is_kept_for_ever_under_its_name(library, browse):
    answer = browse().client.get(address())
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in answer.headers
    assert [each["ref"] for each in json.loads(answer.data)["documents"]] == ["terlambat"]


def test_a_file_of_another_day_is_not_there(library, browse):
    old = address()
    with write_transaction():
        services.take_out("article", "terlambat")
    assert browse().client.get(old).status_code == 404


def test_the_phone_of_an_officer_holds_it(library, browse, treasurer):
    assert address() in json.loads(browse(treasurer).get("/k/bekal").text)["files"]


def test_an_answer_that_helped_is_counted_for_the_regency(library, browse, treasurer):
    browser = browse(treasurer)
    page = press(browser)
    assert page.goes_to == "/k/"
    assert "Syukurlah terbantu." in browser.follow(page).text
    press(browser)
    assert counted() == [("33.19", "reports", "terlambat", 2)]


def test_the_same_question_is_counted_once_however_often_it_is_sent(library, browse, treasurer):
    browser, question = browse(treasurer), str(uuid.uuid4())
    for _ in range(3):
        page = press(browser, question=question, htmx=True, headers={"Idempotency-Key": question})
        assert page.status == 204
    assert counted() == [("33.19", "reports", "terlambat", 1)]


def test_what_is_no_public_answer_is_not_counted_and_not_confirmed(library, browse, treasurer):
    for wrong in ({"ref": "never-was"}, {"ref": "K-1", "kind": "thread"}, {"kind": "thread"}):
        assert press(browse(treasurer), **wrong).goes_to == "/k/"
    assert counted() == []


def test_a_topic_nobody_knows_is_something_else(library, browse, treasurer):
    press(browse(treasurer), topic="<script>")
    assert counted() == [("33.19", "other", "terlambat", 1)]


def test_without_script_the_same_is_suggested(app, library, treasurer, browse):
    found = queries.suggest("laporannya telatt", Audience("33.19"))
    with app.test_request_context():
        html = render_template(
            "search/_suggestions.html", found=found, question=uuid.uuid4(), topic="reports"
        )
    page = Page("/", 200, {}, html.encode())
    assert page.soup.select_one("h2").text == "Mungkin ini jawabannya"
    assert [mark.text for mark in page.soup.select("b mark")] == ["Laporan", "terlambat"]
    assert "Mencari juga: telat" in page.text


def test_articles_stand_beside_the_cooperatives_that_were_sought(library, browse):
    page = browse().get("/cari?q=laporannya telat")
    assert page.soup.select_one("#from-information").text == "Dari informasi"
    assert page.link("Laporan terlambat")
    assert "Rahasia" not in browse().get("/cari?q=rahasia").soup.select_one("#found").text
    assert not browse().get("/cari?q=ksp").soup.select("#from-information")
