"""Whatever the dinas prints carries the same letterhead, in the words the dinas chose."""

import pytest

from app.cooperatives.models import Cooperative
from app.shared.database import db
from tests.support import factories
from tests.support.page import words

LETTERHEAD = "Dinas Tenaga Kerja dan Koperasi\r\nBidang Koperasi"
LINES = [
    "Pemerintah Kabupaten Kudus",
    "Dinas Tenaga Kerja dan Koperasi",
    "Bidang Koperasi",
    "Jl. Mejobo 23, Kudus",
]


@pytest.fixture
def receipt(treasurer):
    """The page of a receipt, seen by the treasurer who sent the report."""
    owner = db.session.get_one(Cooperative, treasurer.cooperative_id)
    owed = factories.obligation(owner)
    factories.filing(owed)
    return f"/k/laporan/{owed.public_id}/bukti"


def letterhead(page):
    """The lines of the one letterhead on a page."""
    (found,) = page.soup.select(".letter p")
    return [line for line in map(str.strip, found.get_text("\n").split("\n")) if line]


def test_receipt_slip_and_summary_carry_the_same_letterhead(
    browse, treasurer, administrator, division_head, receipt
):
    factories.agency(letterhead=LETTERHEAD, address="Jl. Mejobo 23, Kudus")
    issuer = browse(administrator)
    slip = issuer.follow(issuer.post(f"/d/pengguna/{treasurer.user_id}/kode", {"sure": "1"}))

    assert words(slip.soup.h1) == "Kode untuk Siti Aminah"
    assert letterhead(slip) == LINES
    assert letterhead(browse(treasurer).get(receipt)) == LINES
    assert letterhead(browse(division_head).get("/d/ringkasan")) == LINES


def test_a_dinas_without_a_letterhead_of_its_own_prints_its_name(browse, treasurer, receipt):
    factories.agency()

    expected = ["Pemerintah Kabupaten Kudus", "Dinas Koperasi Kabupaten Kudus"]
    assert letterhead(browse(treasurer).get(receipt)) == expected
