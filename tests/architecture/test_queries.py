"""A list of fifty costs as many questions to the database as a list of two."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from app.accounts.roles import Role
from app.shared.database import db
from tests.support import factories
from tests.support.browser import Browser
from tests.support.people import Person, person

LISTS = {
    "/": "nobody",
    "/cari?q=ksp": "nobody",
    "/statistik": "nobody",
    "/k/": "treasurer",
    "/k/laporan": "treasurer",
    "/k/konsultasi": "treasurer",
    "/k/kesehatan": "treasurer",
    "/d/": "desk",
    "/d/hubungi": "desk",
    "/d/laporan": "desk",
    "/d/koperasi": "desk",
    "/d/ringkasan": "agency_head",
    "/p/": "inspector",
    "/d/pengguna": "division_head",
    "/d/jejak": "division_head",
    "/d/koperasi/unduh.csv": "desk",
}
MOST = 25
"""Whatever is shown, more than this is a loop around a query."""


@contextmanager
def counted(app: Flask) -> Iterator[list[str]]:
    """The statements sent to the database meanwhile."""
    said: list[str] = []

    def listen(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            said.append(statement)

    event.listen(db.engine, "before_cursor_execute", listen)
    try:
        yield said
    finally:
        event.remove(db.engine, "before_cursor_execute", listen)


@pytest.mark.parametrize("address", LISTS)
def test_more_rows_are_not_more_queries(
    app: Flask, treasurer: Person, everyone: Callable[[str], Person], address: str
) -> None:
    role = LISTS[address]
    browser = Browser(app, None if role == "nobody" else everyone(role), strict=False)
    _add_cooperatives(2)
    few = _ask(app, browser, address)
    _add_cooperatives(12)
    many = _ask(app, browser, address)
    assert len(many) <= len(few), "\n".join(many)
    assert len(many) <= MOST, "\n".join(many)


def _ask(app: Flask, browser: Browser, address: str) -> list[str]:
    from app.agency.contact import agency_contact

    agency_contact()
    browser.get(address)
    with counted(app) as said:
        page = browser.get(address)
    assert page.status == 200
    return said


def _add_cooperatives(count: int) -> None:
    """Each with a filed and an owed report, a score and a treasurer of its own."""
    for number in range(count):
        village = f"33.19.{2 + number % 2:02d}.2001"
        added = factories.cooperative(village=village)
        factories.obligation(added, 2026, 3)
        factories.filing(factories.obligation(added, 2026, 2))
        factories.assessment(added)
        person(Role.TREASURER, added)
