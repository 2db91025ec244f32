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

    def closes(self, told, *files):
        return told if isinstance(told, bytes) else copies.closed(told, self._key, files=files)

    def reads(self, told, *files):
        """Choose a file: a copy of this work with these files inside, or these very bytes."""
        return self.reads_all(self.closes(told, *files))

    def reads_all(self, *contents):
        self.browser.get("/d/salinan")
        names = (f"e-koperasi-salinan-{n}.ekop" for n in range(len(contents)))
        chosen = [(io.BytesIO(each), name) for each, name in zip(contents, names, strict=True)]
        return self.browser.post("/d/salinan", {"file": chosen})

    def brings_in(self, told, *files):
        return self.says_yes(self.reads(told, *files))

    def says_yes(self, page):
        assert page.status == 200, page.text
        return self.browser.submit(page.form("simpan").press("Ya, simpan"))


@pytest.fixture
def clerk(browse, desk, key):
    return Clerk(browse(desk), key)
