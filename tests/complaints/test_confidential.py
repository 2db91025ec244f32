"""The matrix: what a complaint says stands on its own page alone, for those it is meant for."""

import pytest

from app.shared.database import db
from tests.architecture import access_matrix as matrix
from tests.architecture.test_access import routes
from tests.support import complaints
from tests.support.browser import Browser
from tests.support.complaints import SECRET
from tests.support.world import make_world, values_for

ITS_OWN = {"complaints.read", "complaints.photo"}


@pytest.fixture
def world(cooperative, chair, inspector):
    return make_world(cooperative, chair, inspector)


@pytest.mark.either_database
@pytest.mark.parametrize("role", [matrix.NOBODY, "treasurer", "desk", "division_head"])
def test_no_other_page_list_export_or_file_holds_a_word_of_it(app, world, everyone, role):
    """Together these open all that any role opens, also for the officer named for it."""
    reader = None if role == matrix.NOBODY else everyone(role)
    complaints.complaint(reader and reader.user_id, cooperative_id=world.cooperative.id)
    browser = Browser(app, reader, strict=False)
    looked, held = 0, []
    for rule, method in routes(app):
        if method != "GET" or rule.endpoint in ITS_OWN:
            continue
        values = values_for(rule.endpoint, set(rule.arguments), world, reader)
        with app.test_request_context():
            address = app.url_map.bind("localhost").build(rule.endpoint, values, "GET")
        page = browser.get(address)
        looked += page.status == 200
        if SECRET.encode() in page.content:
            held.append(address)
    assert not held
    assert looked > 10


@pytest.mark.parametrize("role", sorted(set(matrix.ROLES) - {"division_head", matrix.NOBODY}))
def test_nobody_but_the_head_and_the_named_officer_reads_it(app, cooperative, everyone, role):
    row = complaints.complaint(cooperative_id=cooperative.id)
    reader = everyone(role)

    page = Browser(app, reader, strict=False).get(f"/d/pengaduan/{row.id}")

    assert page.status in (403, 404)
    assert SECRET not in page.html


def test_who_is_not_signed_in_is_led_to_the_door(browse, app):
    row = complaints.complaint()

    page = browse().get(f"/d/pengaduan/{row.id}")

    assert page.goes_to.startswith("/masuk")
    assert SECRET not in page.html


def test_the_trail_names_the_complaint_and_nothing_of_it(browse, division_head, auditor):
    row = complaints.complaint()
    browse(division_head).get(f"/d/pengaduan/{row.id}")

    page = browse(auditor).get("/d/jejak")

    assert "Membuka sebuah aduan" in page.text
    assert f"Aduan {row.id}" in page.text
    assert SECRET not in page.html
    db.session.rollback()
