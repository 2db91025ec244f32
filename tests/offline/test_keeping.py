"""What the server says to a phone that sends later: the very key, the receipt, and for whom."""

import uuid

import pytest

pytestmark = pytest.mark.either_database


@pytest.mark.parametrize(
    ("path", "heading"), [("/antrean", "Belum terkirim"), ("/kunci", "Kunci dan PIN di HP ini")]
)
def test_the_pages_of_the_phone_say_nothing_of_anybody_and_ask_no_cookie(
    browse, treasurer, path, heading
):
    shown = browse(treasurer).get(path)

    assert shown.h1 == heading
    assert shown.text == browse().get(path).text
    assert "csrf" not in str(shown.soup)
    assert "Cookie" not in shown.headers.get("Vary", "")
    assert "Set-Cookie" not in shown.headers


def post(browser, headers):
    headers = {"Idempotency-Key": str(uuid.uuid4()), **headers}
    return browser.post("/akun/tampilan", {"theme": "dark"}, headers=headers), headers


def test_a_write_says_back_the_key_it_was_taken_under_each_time(browse, treasurer):
    browser = browse(treasurer)
    first, headers = post(browser, {"X-Outbox-User": str(treasurer.user_id)})
    again, _headers = post(browser, headers)

    assert first.headers["X-Received"] == headers["Idempotency-Key"]
    assert again.headers["X-Received"] == headers["Idempotency-Key"]


def test_what_waits_is_not_taken_from_somebody_else_or_from_nobody(browse, treasurer, chair):
    theirs, _headers = post(browse(chair), {"X-Outbox-User": str(treasurer.user_id)})
    assert theirs.status == 409
    assert theirs.headers["X-Outbox-User"] == str(chair.user_id)
    assert "X-Received" not in theirs.headers

    nobodys, _headers = post(browse(), {"X-Outbox-User": str(treasurer.user_id)})
    assert nobodys.status == 401
    assert "X-Received" not in nobodys.headers
