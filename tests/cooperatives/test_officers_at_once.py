"""Two at the desk name officers of one cooperative: neither loses a name to the other."""

from datetime import date

import pytest

from app.accounts.roles import Role
from app.cooperatives.models import Officer
from app.shared.database import db
from tests.support import factories
from tests.support.people import person


@pytest.fixture
def sri(app):
    return person(Role.DESK, username="staf2", name="Sri Utami")


@pytest.fixture
def url(cooperative):
    """A board of two: Siti keeps the money, Hartono leads."""
    for name, position in (("Siti Aminah", "Bendahara"), ("Hartono", "Ketua")):
        factories.save(
            Officer(
                cooperative_id=cooperative.id,
                name=name,
                position=position,
                starts_on=date(2024, 3, 1),
            )
        )
    return f"/d/koperasi/{cooperative.id}/pengurus"


def board():
    db.session.rollback()
    rows = db.session.query(Officer).order_by(Officer.name)
    return [(each.name, each.position) for each in rows]


def row_of(form, name) -> str:
    """What the fields of this officer's row begin with."""
    return next(key for key in form.data if form.data[key] == name).removesuffix("name")


def opened(browser, url):
    return browser.get(url).form("seen")


def changed(form, who, **fields):
    row = row_of(form, who)
    return form.fill({f"{row}{field}": value for field, value in fields.items()})


def added(form, name, position):
    return form.fill({"officers-2-name": name, "officers-2-position": position})


def test_a_name_the_colleague_added_is_shown_and_stays(browse, desk, sri, url):
    mine, theirs = browse(desk), browse(sri)
    form = changed(opened(mine, url), "Hartono", phone="0812 3456 7890")
    theirs.submit(added(opened(theirs, url), "Budi", "Sekretaris"))

    page = mine.submit(form)
    assert page.status == 409
    assert "Sri Utami mengubah data ini pada 23 November 2026 pukul 10.42 WIB." in page.text
    assert "Punya Anda: – Punya Sri Utami: Budi, Sekretaris" in page.text
    assert ("Budi", "Sekretaris") in board()

    assert mine.submit(page.form("seen")).status == 303
    assert board() == [
        ("Budi", "Sekretaris"), ("Hartono", "Ketua"), ("Siti Aminah", "Bendahara"),
    ]  # fmt: skip
    assert db.session.query(Officer).filter_by(name="Hartono").one().phone == "+6281234567890"


def test_a_row_both_changed_shows_both_and_the_second_save_wins(browse, desk, sri, url):
    mine, theirs = browse(desk), browse(sri)
    form = changed(opened(mine, url), "Hartono", position="Manajer")
    theirs.submit(changed(opened(theirs, url), "Hartono", name="H. Hartono"))

    page = mine.submit(form)
    assert (
        "Punya Anda: Hartono, Manajer, sejak 1 Maret 2024 "
        "Punya Sri Utami: H. Hartono, Ketua, sejak 1 Maret 2024"
    ) in page.text
    mine.submit(page.form("seen"))
    assert ("Hartono", "Manajer") in board()


def test_a_row_only_the_colleague_touched_is_not_undone(browse, desk, sri, url):
    mine, theirs = browse(desk), browse(sri)
    form = added(opened(mine, url), "Budi", "Sekretaris")
    other = changed(opened(theirs, url), "Hartono", is_removed="y")
    theirs.submit(changed(other, "Siti Aminah", name="Hj. Siti Aminah"))

    page = mine.submit(form)
    assert "Punya Anda: Hartono, Ketua, sejak 1 Maret 2024 Punya Sri Utami: –" in page.text
    mine.submit(page.form("seen"))
    assert board() == [("Budi", "Sekretaris"), ("Hj. Siti Aminah", "Bendahara")]


def test_the_same_name_added_by_both_is_added_once(browse, desk, sri, url):
    mine, theirs = browse(desk), browse(sri)
    form = changed(opened(mine, url), "Hartono", phone="0812 3456 7890")
    form = added(form, "Budi", "Sekretaris")
    theirs.submit(added(opened(theirs, url), "Budi", "Sekretaris"))

    mine.submit(mine.submit(form).form("seen"))
    assert [name for name, _position in board()] == ["Budi", "Hartono", "Siti Aminah"]


def test_a_second_tap_names_nobody_twice(browse, desk, url):
    mine = browse(desk)
    form = added(opened(mine, url), "Budi", "Sekretaris")
    assert mine.submit(form).status == 303
    assert mine.submit(form).status == 303
    assert len(board()) == 3
