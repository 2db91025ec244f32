"""Pages travel small, and their length tells nothing of the token in their forms."""

import gzip
import re

from app.shared.web.forgery import masked_token, unmasked
from tests.support.browser import Browser


def test_a_phone_that_takes_gzip_gets_the_same_page_in_fewer_bytes(app):
    plain = app.test_client().get("/privasi")
    packed = app.test_client().get("/privasi", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 2
    assert "Accept-Encoding" in plain.headers["Vary"]


def test_a_browser_that_takes_no_gzip_gets_none(app):
    refusing = {"Accept-Encoding": "gzip;q=0, identity"}
    answer = app.test_client().get("/privasi", headers=refusing)
    assert "Content-Encoding" not in answer.headers


def test_the_token_of_a_form_never_looks_the_same_twice_and_is_still_taken(app, treasurer):
    browser = Browser(app, treasurer)
    tokens = [_token(browser.get("/keluar").html) for _ in range(3)]
    assert len(set(tokens)) == 3
    assert browser.post("/keluar", {"csrf_token": tokens[0]}).status == 303


def test_a_changed_token_is_refused(app, treasurer):
    browser = Browser(app, treasurer)
    token = _token(browser.get("/keluar").html)
    forged = token[:-4] + ("AAAA" if token[-4:] != "AAAA" else "BBBB")
    assert browser.post("/keluar", {"csrf_token": forged}).status == 419
    assert browser.post("/keluar", {"csrf_token": "~nonsense"}).status == 419


def test_pages_that_only_show_things_hold_no_token(app, browse, desk):
    assert "csrf_token" not in browse(desk).get("/d/koperasi").html


def test_unmasking_gives_back_what_was_signed(app):
    with app.test_request_context("/"):
        masked = masked_token()
        from flask_wtf.csrf import generate_csrf

        assert unmasked(masked) == generate_csrf()


def _token(html: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', html)
    assert found
    return found[1]
