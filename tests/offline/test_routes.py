"""What a browser asks for to work without a signal."""

import json
import re

import pytest

from app.offline import shell

pytestmark = pytest.mark.either_database


def test_the_worker_keeps_the_files_and_the_page_that_are_really_served(browse):
    browser = browse()
    page = browser.get("/sw.js")
    told = json.loads(re.search(r"self\.told = (\{.*?\});", page.text)[1])

    assert page.headers["Cache-Control"] == "no-cache"
    assert told["offline"] in told["shell"]
    assert told["build"] == shell.build()
    assert {browser.client.get(address).status_code for address in told["shell"]} == {200}


def test_the_page_without_a_signal_says_nothing_of_anybody(browse, treasurer):
    shown = browse(treasurer).get("/luring")

    assert shown.h1 == "Tidak ada internet"
    assert shown.text == browse().get("/luring").text
    assert "csrf" not in str(shown.soup)


def test_the_manifest_names_icons_that_exist_and_a_page_to_start_from(browse, treasurer):
    browser = browse(treasurer)
    page = browser.get("/manifest.webmanifest")
    told = json.loads(page.text)

    assert page.headers["Content-Type"].startswith("application/manifest+json")
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}
    for icon in told["icons"]:
        assert browser.client.get(icon["src"]).data.startswith(b"\x89PNG")
    assert browser.get(told["start_url"]).goes_to == "/k/"


def test_who_asks_is_told_with_a_token_that_is_taken(browse, treasurer):
    browser = browse(treasurer)
    told = json.loads(browser.get("/api/sesi").text)
    answer = browser.post("/akun/tampilan", {"csrf_token": told["csrf"], "theme": "dark"})

    assert told["uid"] == treasurer.user_id
    assert answer.status == 303


def test_a_stranger_is_nobody_and_gets_no_token(browse):
    page = browse().get("/api/sesi")

    assert json.loads(page.text) == {"uid": None}
    assert page.headers["Cache-Control"] == "no-store"
