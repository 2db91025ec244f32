"""A field that counts people speaks of people while one types, as the server does after."""

import pytest
from playwright.sync_api import expect

from tests.support.chromium import Opened
from tests.support.live import Live
from tests.support.treasurer import open_report

pytestmark = pytest.mark.browser


def test_a_treasurer_who_types_half_a_member_is_not_asked_about_rupiah(
    shared_live: Live, open_browser: Opened
) -> None:
    phone = open_browser(shared_live, shared_live.person("bendahara")).new_page()
    phone.goto(f"{open_report(phone, 'Triwulan')}/isi/anggota")
    phone.locator("#members_male").fill("12.50")
    phone.locator("#members_female").focus()

    expect(phone.locator("#members_male-echo")).to_have_text(
        'Angka "12.50" kurang jelas. Tulis jumlah orang, tanpa titik atau koma desimal.'
    )
