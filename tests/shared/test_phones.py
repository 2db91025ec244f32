"""One number looks the same wherever it stands, and dials wherever it is pressed."""

import pytest

from app.accounts.models import User
from app.shared.database import db
from app.shared.phones import dialled_phone, shown_phone, whatsapp_number
from tests.support import factories

STORED, SHOWN = "+6281234567890", "0812-3456-7890"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+6281234567890", "0812-3456-7890"),
        ("0812 3456 7890", "0812-3456-7890"),
        ("+628123456789", "0812-3456-789"),
        ("+62812345678", "0812-345-678"),
        ("+62812345678901", "0812-3456-78901"),
        ("+62291431234", "(0291) 431234"),
        ("+622123456789", "(021) 23456789"),
        ("+6565218000", "+6565218000"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_number_is_grouped_as_it_is_said(number, shown):
    assert shown_phone(number) == shown


@pytest.mark.parametrize("typed", ["0812-3456-7890", "0812 3456 7890", "6281234567890", STORED])
def test_a_number_is_dialled_whole_however_it_was_typed(typed):
    assert dialled_phone(typed) == STORED
    assert whatsapp_number(typed) == "6281234567890"


@pytest.mark.parametrize(
    ("who", "address"),
    [
        ("", "/kontak"),
        ("", "/aksesibilitas"),
        ("", "/lupa-sandi"),
        ("treasurer", "/k/profil"),
        ("desk", "/d/pengguna"),
        ("desk", "/d/pengguna/{person}"),
        ("desk", "/d/pengguna/{person}/kode"),
        ("desk", "/d/koperasi/{cooperative}"),
    ],
)
def test_every_page_shows_a_number_in_the_same_way(
    browse, everyone, treasurer, cooperative, who, address
):
    factories.agency(phone="0812 3456 7890", whatsapp=STORED)
    db.session.get_one(User, treasurer.user_id).phone = STORED
    cooperative.phone = STORED
    db.session.commit()
    browser = browse(everyone(who) if who else None)
    page = browser.get(address.format(person=treasurer.user_id, cooperative=cooperative.id))

    main = page.soup.select_one("main").get_text(" ")
    assert SHOWN in main
    assert "+62" not in page.text
    assert "0812 3456" not in page.text
    assert page.link(f"Telepon {SHOWN}") == f"tel:{STORED}"
    assert page.link(f"WhatsApp {SHOWN}") == "https://wa.me/6281234567890"
