"""Two people change the same thing: nobody's words are written over in silence."""

import pytest

from app.accounts.models import User
from app.accounts.roles import Role
from app.cooperatives.models import Cooperative
from app.shared.database import db
from tests.support.parallel import at_once
from tests.support.people import person


@pytest.fixture
def sri(app):
    """A second officer at the same desk."""
    return person(Role.DESK, username="staf2", name="Sri Utami")


@pytest.fixture
def dewi(desk):
    return desk


@pytest.fixture
def url(cooperative):
    return f"/d/koperasi/{cooperative.id}/ubah"


def stored(cooperative) -> Cooperative:
    db.session.rollback()
    return db.session.get_one(Cooperative, cooperative.id)


def saves(browser, url, **changes):
    """Opens the form, changes some fields, sends it."""
    return browser.submit(browser.get(url).form("seen").fill(changes))


def test_what_a_colleague_saved_meanwhile_is_shown_beside_ones_own(
    browse, dewi, sri, cooperative, url
):
    first = browse(dewi)
    mine = first.get(url).form("seen").fill(address="Jl. Dewi 1", phone="0812 3456 7890")
    assert saves(browse(sri), url, address="Jl. Sri 2", email="sri@contoh.id").status == 303

    page = first.submit(mine)
    assert page.status == 409
    assert "Sri Utami mengubah data ini pada 23 November 2026 pukul 10.42 WIB." in page.text
    for pair in (
        "Punya Anda: Jl. Dewi 1 Punya Sri Utami: Jl. Sri 2",
        "Punya Anda: 0812-3456-7890 Punya Sri Utami: –",
        "Punya Anda: – Punya Sri Utami: sri@contoh.id",
    ):
        assert pair in page.text
    assert "Nama koperasi" not in page.text
    assert (stored(cooperative).address, stored(cooperative).phone) == ("Jl. Sri 2", "")


def test_a_second_save_on_purpose_wins_with_all_that_was_typed(browse, dewi, sri, cooperative, url):
    first = browse(dewi)
    mine = first.get(url).form("seen").fill(address="Jl. Dewi 1", phone="0812 3456 7890")
    saves(browse(sri), url, address="Jl. Sri 2", email="sri@contoh.id")

    asked = first.submit(mine).form("Simpan pilihan saya")
    assert first.submit(asked).goes_to == f"/d/koperasi/{cooperative.id}"
    kept = stored(cooperative)
    assert (kept.address, kept.phone) == ("Jl. Dewi 1", "+6281234567890")
    assert kept.email == "sri@contoh.id"


def test_each_line_may_be_left_to_the_colleague(browse, dewi, sri, cooperative, url):
    first = browse(dewi)
    mine = first.get(url).form("seen")
    mine.fill(address="Jl. Dewi 1", business_type="service", has_savings_loan_unit="y")
    mine.fill(group_code="16")
    saves(browse(sri), url, address="Jl. Sri 2")

    page = first.submit(mine)
    assert "Punya Anda: Jasa Punya Sri Utami: Simpan Pinjam" in page.text
    assert "Punya Anda: Ya Punya Sri Utami: Tidak" in page.text
    first.submit(
        page.form("Simpan pilihan saya").fill(address="Jl. Sri 2", business_type="service")
    )
    kept = stored(cooperative)
    assert (kept.address, kept.business_type) == ("Jl. Sri 2", "service")
    assert kept.has_savings_loan_unit is True


def test_whoever_is_overtaken_twice_is_asked_twice(browse, dewi, sri, cooperative, url):
    first, other = browse(dewi), browse(sri)
    mine = first.get(url).form("seen").fill(address="Jl. Dewi 1")
    saves(other, url, address="Jl. Sri 2")
    asked = first.submit(mine).form("Simpan pilihan saya")
    saves(other, url, address="Jl. Sri 3")

    page = first.submit(asked)
    assert page.status == 409
    assert "Punya Sri Utami: Jl. Sri 3" in page.text
    assert stored(cooperative).address == "Jl. Sri 3"


def test_a_mistake_does_not_make_the_form_forget_what_it_saw(browse, dewi, sri, cooperative, url):
    first = browse(dewi)
    mine = first.get(url).form("seen").fill(address="Jl. Dewi 1", tax_number="12")
    saves(browse(sri), url, address="Jl. Sri 2")

    refused = first.submit(mine)
    assert refused.status == 422
    again = first.submit(refused.form("seen").fill(tax_number=""))
    assert again.status == 409
    assert stored(cooperative).address == "Jl. Sri 2"


def test_a_second_tap_and_the_same_words_twice_are_no_quarrel(browse, dewi, sri, cooperative, url):
    first = browse(dewi)
    mine = first.get(url).form("seen").fill(address="Jl. Sama 1")
    assert first.submit(mine).status == 303
    assert first.submit(mine).status == 303

    late = browse(sri)
    theirs = late.get(url).form("seen").fill(address="Jl. Sama 2")
    saves(first, url, address="Jl. Sama 2")
    assert late.submit(theirs).status == 303


def test_ones_own_other_window_is_not_called_a_colleague(browse, dewi, cooperative, url):
    first, other_window = browse(dewi), browse(dewi)
    mine = first.get(url).form("seen").fill(address="Jl. Dewi 1")
    saves(other_window, url, address="Jl. Dewi 2")

    page = first.submit(mine)
    assert "Data ini sudah berubah sejak Anda membukanya." in page.text
    assert "Punya Anda: Jl. Dewi 1 Tersimpan: Jl. Dewi 2" in page.text


def test_of_two_who_save_at_once_one_is_asked(browse, dewi, sri, cooperative, url):
    def ready(who, address):
        browser = browse(who)
        form = browser.get(url).form("seen").fill(address=address)
        return lambda: browser.submit(form).status

    assert sorted(at_once([ready(dewi, "Jl. Dewi 1"), ready(sri, "Jl. Sri 2")])) == [303, 409]
    assert stored(cooperative).address in ("Jl. Dewi 1", "Jl. Sri 2")


def test_two_at_the_desk_correct_one_person(browse, dewi, sri, treasurer):
    url = f"/d/pengguna/{treasurer.user_id}/ubah"
    first = browse(dewi)
    mine = first.get(url).form("seen").fill(name="Siti Aminah, S.E.")
    saves(browse(sri), url, phone="0812 2900 4417")

    page = first.submit(mine)
    assert page.status == 409
    assert "Punya Anda: Siti Aminah, S.E. Punya Sri Utami: Siti Aminah" in page.text
    assert "Punya Anda: – Punya Sri Utami: 0812-2900-4417" in page.text
    first.submit(page.form("Simpan pilihan saya"))
    user = db.session.get_one(User, treasurer.user_id)
    assert (user.name, user.phone) == ("Siti Aminah, S.E.", "+6281229004417")


def test_a_treasurer_does_not_undo_the_number_the_desk_just_corrected(browse, dewi, treasurer):
    own = browse(treasurer)
    mine = own.get("/akun").form("seen").fill(name="Siti Aminah, S.E.")
    saves(browse(dewi), f"/d/pengguna/{treasurer.user_id}/ubah", phone="0812 2900 4417")

    page = own.submit(mine)
    assert page.status == 409
    assert "Punya Anda: – Punya Dewi Lestari: 0812-2900-4417" in page.text
    assert db.session.get_one(User, treasurer.user_id).phone == "+6281229004417"
