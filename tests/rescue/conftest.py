"""A dinas with a key, a treasurer with a report to fill in, and a clerk who brings copies in."""

import io

import pytest

from app.cooperatives.models import Cooperative
from app.shared.database import db
from tests.support import copies, factories


@pytest.fixture
def key(app):
    made = copies.new_key()
    copies.set_up(app, made)
    return made


@pytest.fixture
def owed(app, treasurer):
    del app
    return factories.obligation(
        db.session.get_one(Cooperative, treasurer.cooperative_id), 2026, 3
    ).public_id


class Clerk:
    """Somebody of the dinas with a file."""

    def __init__(self, browser, key):
        self.browser, self._key = browser, key

    def reads(self, told):
        """Choose a file: a copy of this work, or these very bytes."""
        content = told if isinstance(told, bytes) else copies.closed(told, self._key)
        self.browser.get("/d/salinan")
        return self.browser.post(
            "/d/salinan", {"file": (io.BytesIO(content), "e-koperasi-salinan.ekop")}
        )

    def brings_in(self, told):
        page = self.reads(told)
        assert page.status == 200, page.text
        return self.browser.submit(page.form("simpan").press("Ya, simpan"))


@pytest.fixture
def clerk(browse, desk, key):
    return Clerk(browse(desk), key)
