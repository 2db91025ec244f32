"""The test house itself: its databases are clean, its browser is strict."""

import socket

import pytest
from flask import Flask
from sqlalchemy import func, select
from werkzeug.datastructures import Headers

from app.cooperatives.models import Cooperative
from app.regions.models import Region
from app.shared.database import db
from tests.support import factories
from tests.support.network import NetworkForbidden
from tests.support.page import Page
from tests.support.regions import REGION_ROWS
from tests.support.strict.check import check

GOOD = '<main id="m"><h1>Laporan</h1>%s</main>'
FAULTY = {
    "<h1>Lagi</h1>": "2 h1 headings",
    '<p id="m"></p>': "id m twice",
    '<input name="cash">': "no label",
    '<label for="x">Kas</label>': "for names",
    "<button></button>": "no words on",
    '<img src="/static/x.png">': "no alt",
    '<form method="post" action="/k/laporan"></form>': "no csrf_token",
    '<form method="post" action="/tidak-ada"></form>': "no such route",
    '<a href="/tidak-ada">Buka</a>': "a dead link",
    '<a href="#tidak-ada">Buka</a>': "a dead link",
    '<a href="/k/laporan"></a>': "without words",
    '<a href="javascript:alert()">Buka</a>': "a dead link",
    '<a href="/k/laporan" hx-get="/tidak-ada" hx-target="#m" hx-swap="innerHTML">Buka</a>': (
        "hx-get /tidak-ada: no such route"
    ),
    '<a href="/k/laporan" hx-post="/k/laporan" hx-target="#m" hx-swap="none">Buka</a>': "neither",
    '<a href="/k/laporan" hx-get="/k/laporan">Buka</a>': "its own hx-target",
    '<a href="/k/laporan" hx-get="/k/laporan" hx-target="#n" hx-swap="none">B</a>': "hx-target #n",
    "<script>1</script>": "an inline script",
    "<style></style>": "an inline style sheet",
    '<p style="color: red">': "style=",
    '<p onclick="go()">': "onclick=",
}


@pytest.mark.parametrize("turn", [1, 2])
def test_what_one_test_leaves_the_next_one_does_not_find(app: Flask, turn: int) -> None:
    assert db.session.scalar(select(func.count()).select_from(Cooperative)) == 0
    assert db.session.scalar(select(func.count()).select_from(Region)) == REGION_ROWS
    factories.cooperative()
    db.session.delete(db.session.get_one(Region, "33.20.01.2001"))
    db.session.commit()


def test_a_test_that_reaches_for_another_machine_fails() -> None:
    with socket.socket() as connection, pytest.raises(NetworkForbidden):
        connection.connect(("192.0.2.1", 80))


@pytest.fixture
def one_route() -> Flask:
    app = Flask("strange")
    app.add_url_rule("/k/laporan", "reports", methods=["GET", "POST"])
    return app


def test_the_browser_accepts_a_good_page(one_route: Flask) -> None:
    check(one_route, _page('<a href="/k/laporan">Buka</a>'), held=None, asked_by_htmx=False)


@pytest.mark.parametrize("faulty", FAULTY)
def test_the_browser_refuses_a_page_with_a_fault(one_route: Flask, faulty: str) -> None:
    with pytest.raises(AssertionError, match=FAULTY[faulty]):
        check(one_route, _page(faulty), held=None, asked_by_htmx=False)


def _page(content: str) -> Page:
    html = f'<html lang="id"><title>Laporan</title><body>{GOOD % content}</body></html>'
    headers = Headers({"Content-Type": "text/html", "Content-Security-Policy": "x"})
    return Page("/k/laporan", 200, headers, html.encode())
