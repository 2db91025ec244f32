"""What anyone may read, and what nobody may."""

import pytest

from app.accounts.roles import Role
from app.cooperatives.models import Officer
from tests.support import factories
from tests.support.people import person


@pytest.mark.parametrize(
    "page", ["/", "/cari", "/statistik", "/informasi", "/privasi", "/aksesibilitas"]
)
def test_anyone_reads_the_public_pages_even_before_anything_is_set(browse, page):
    assert browse().get(page).status == 200


def test_the_first_page_counts_with_its_coverage(browse, cooperative):
    factories.cooperative(status="inactive")
    factories.cooperative(status="dissolved")
    for each in (cooperative, factories.cooperative(), factories.cooperative()):
        factories.filing(factories.obligation(each, 2026, 3))

    page = browse().get("/")

    assert "3 Koperasi aktif dari 4 terdaftar" in page.text
    assert "dari 3 koperasi yang melaporkan angka" in page.text


def test_sums_of_fewer_than_three_reports_are_kept_back(browse, cooperative):
    factories.filing(factories.obligation(cooperative, 2026, 3))

    assert "Rupiah aset" not in browse().get("/").text


@pytest.mark.parametrize(
    "typed", ["sumber", "REJEKI sumber", "K.S.P. Sumber", "  sumber   rejeki ", "3319999"]
)
def test_a_cooperative_is_found_by_words_or_number(browse, typed):
    name = "KSP Sumber Rejeki"
    factories.cooperative(name, registry_number="3319999000001")
    factories.cooperative("Kopwan Melati")

    page = browse().get(f"/cari?q={typed}")

    assert any(words.startswith(name) for words in page.links)
    assert "Kopwan Melati" not in page.text


def test_a_search_without_a_hit_says_what_to_try(browse, cooperative):
    page = browse().get("/cari?q=entah%25")

    assert "Periksa ejaan, atau cari dengan NIK koperasi." in page.text


def test_the_search_answers_htmx_with_its_list_alone(browse, cooperative):
    browser = browse()
    browser.get("/cari")
    page = browser.get("/cari?q=sumber", htmx=True)

    assert page.is_fragment
    assert cooperative.name in page.text


def test_a_public_profile_holds_no_person_no_phone_no_money(browse, cooperative):
    factories.filing(factories.obligation(cooperative, 2026, 3))
    cooperative.phone = "+6281234567890"
    factories.save(cooperative)
    factories.save(Officer(cooperative_id=cooperative.id, name="Siti Rahasia", position="Ketua"))

    page = browse().get(f"/koperasi/{cooperative.id}")

    assert cooperative.registry_number in page.text
    assert "Siti Rahasia" not in page.html
    assert "81234567890" not in page.html
    assert "Rp" not in page.text


def test_a_merged_cooperative_points_to_the_one_that_took_over(browse, cooperative):
    gone = factories.cooperative("Koperasi Lama", status="merged", merged_into_id=cooperative.id)

    assert cooperative.name in browse().get(f"/koperasi/{gone.id}").text


def test_cooperatives_of_other_regencies_are_not_shown(browse):
    from app.regions.models import Region

    factories.save(Region(code="33.20.01.2001", name="Kedungmalang", parent="33.20.01"))
    foreign = factories.cooperative("KSP Jepara", village="33.20.01.2001")

    assert browse().get(f"/koperasi/{foreign.id}").status == 404
    assert browse().get("/koperasi/999999").status == 404
    assert "KSP Jepara" not in browse().get("/cari").text


def test_the_officers_side_shows_their_own_entry_and_who_looks_after_them(
    browse, treasurer, cooperative, inspector
):
    from app.agency.models import DistrictOfficer

    factories.save(DistrictOfficer(district="33.19.02", user_id=inspector.user_id))

    page = browse(treasurer).get("/k/profil")

    assert page.h1 == cooperative.name
    assert inspector.name in page.text
    assert "Ada yang salah?" in page.text


def test_the_dinas_has_no_profile_of_its_own(browse, desk):
    assert browse(desk).get("/k/profil").status == 403


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/statistik/", "/statistik"),
        ("/cari/?q=sumber+rejeki", "/cari?q=sumber+rejeki"),
        ("/verifikasi/", "/verifikasi"),
        ("/masuk//", "/masuk"),
    ],
)
def test_a_slash_too_many_leads_to_the_page(browse, typed, meant):
    answer = browse().get(typed)

    assert (answer.status, answer.goes_to) == (301, meant)
    assert browse().get(meant).status == 200


@pytest.mark.parametrize("typed", ["/tidak-ada/", "/koperasi/999999/x/", "/koperasi/", "/"])
def test_a_slash_leads_nowhere_else(browse, typed):
    assert browse().get(typed).status == (200 if typed == "/" else 404)


def test_checking_a_receipt_is_found_from_every_page(browse, treasurer):
    assert browse().get("/").link("Cek keaslian bukti") == "/verifikasi"
    assert browse().get("/statistik").link("Cek keaslian bukti") == "/verifikasi"
    assert browse(treasurer).get("/k/").link("Cek keaslian bukti") == "/verifikasi"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "Seluruh usahanya"),
        ({"business_type": "consumer", "group_code": "11"}, "Tidak ada"),
        (
            {"business_type": "consumer", "group_code": "11", "has_savings_loan_unit": True},
            "Sebagai unit (USP)",
        ),
    ],
)
def test_a_savings_cooperative_is_not_said_to_have_no_such_unit(browse, changes, told):
    owner = factories.cooperative(**changes)
    page = browse(person(Role.TREASURER, owner)).get("/k/profil")

    (term,) = [each for each in page.soup("dt") if each.text == "Simpan pinjam"]
    assert term.find_next_sibling("dd").text == told
