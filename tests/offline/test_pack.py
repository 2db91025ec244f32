"""What a phone is told to hold for one person."""

import json
import re
from pathlib import PurePath

import pytest

from app.consultations.states import Happening
from app.home.packing import MOST
from tests.support import factories, threads
from tests.support.browser import Browser

pytestmark = pytest.mark.either_database
MOST_BYTES = 400 * 1024


@pytest.fixture
def report(cooperative):
    return f"/k/laporan/{factories.obligation(cooperative).public_id}"


def test_everything_in_the_pack_is_there_and_may_be_kept_for_its_reader(browse, treasurer, report):
    browser = browse(treasurer)
    told = told_to(browser)

    assert told["reader"] == str(treasurer.user_id)
    assert {"/k/", "/k/laporan", "/k/tanpa-internet", report} <= set(told["pages"])
    assert {f"{report}/periksa", f"{report}/lampiran"} <= set(told["pages"])
    for address in told["pages"]:
        page = browser.get(address)
        assert page.status == 200, address
        assert page.headers["X-Offline-Page"] == told["reader"], address
        assert page.headers["X-Build"] == told["build"], address
    assert told["files"]
    assert {browser.client.get(address).status_code for address in told["files"]} == {200}


def test_every_page_to_fill_in_is_in_the_pack(browse, treasurer, report):
    browser = browse(treasurer)
    pages = told_to(browser)["pages"]
    first = next(address for address in pages if "/isi/" in address)
    links = browser.get(first).links.values()
    steps = [link for link in links if f"{report}/isi/" in link]

    assert steps
    assert {link.split("#")[0] for link in steps} <= set(pages)


def test_the_supervisory_board_holds_what_it_may_read(browse, supervisory_board, report):
    browser = browse(supervisory_board)
    pages = told_to(browser)["pages"]

    assert report in pages
    assert not [address for address in pages if "/isi/" in address]
    assert {browser.get(address).status for address in pages} == {200}


def test_open_consultations_are_in_the_pack_and_solved_ones_are_not(browse, treasurer, cooperative):
    open_thread, solved = (threads.asked(cooperative, treasurer) for _ in range(2))
    threads.happened(solved, treasurer, Happening.SOLVED)
    browser = browse(treasurer)
    pages = told_to(browser)["pages"]

    listed = [address for address in pages if address.startswith("/k/konsultasi")]
    asking = "/k/konsultasi/baru"
    assert listed == ["/k/konsultasi", asking, f"/k/konsultasi/{open_thread.id}"]
    assert {browser.get(address).headers["X-Offline-Page"] for address in listed} == {
        str(treasurer.user_id)
    }


def test_nothing_of_another_cooperative_is_in_the_pack(browse, stranger, report):
    assert not [each for each in told_to(browse(stranger))["pages"] if report in each]


def test_of_many_late_reports_the_most_pressing_are_held(browse, treasurer, cooperative):
    owed = [
        factories.obligation(cooperative, year, quarter)
        for year, quarter in ((2024, 1), (2024, 2), (2024, 3), (2025, 1), (2025, 2), (2025, 3))
    ]
    told = told_to(browse(treasurer))["reports"]
    held = [f"/k/laporan/{each.public_id}" for each in owed[:MOST]]

    assert [each for each in told if each.startswith("/k/laporan/")] == held


def test_the_page_names_each_part_and_claims_nothing_by_itself(browse, treasurer, report):
    page = browse(treasurer).get("/k/tanpa-internet")

    assert page.h1 == "Pakai tanpa internet"
    assert report in page.links.values()
    shown = [tag for tag in page.soup.select("[data-when]") if not tag.has_attr("hidden")]
    assert {tag["data-when"] for tag in shown} <= {"none", "offer"}


def told_to(browser):
    return json.loads(browser.get("/k/bekal").text)


def test_every_file_a_kept_page_asks_for_is_kept_beside_it(browse, treasurer, report):
    browser = browse(treasurer)
    shell = json.loads(re.search(r"self\.told = (\{.*?\});", browser.get("/sw.js").text)[1])[
        "shell"
    ]
    asked = {
        name
        for address in told_to(browser)["pages"]
        for name in re.findall(r'"(/static/dist/[^"#]+)', browser.get(address).html)
    }

    assert {"main", "live", "offline", "store"} <= {
        PurePath(name).name.split(".")[0] for name in asked
    }
    assert {name for name in asked if "/htmx." not in name} <= set(shell)


def test_the_pack_of_one_cooperative_is_small_enough_for_a_prepaid_card(shared_live):
    """Compressed, as it travels: every page, the rules, and the application's own files."""
    person = shared_live.person("bendahara")
    with shared_live.app.app_context():
        browser = Browser(shared_live.app, person, strict=False)
    packed = {"Accept-Encoding": "gzip"}
    told = json.loads(browser.client.get("/k/bekal").data)
    shell = json.loads(re.search(r"self\.told = (\{.*?\});", worker(browser))[1])["shell"]
    weights = [
        len(browser.client.get(address, headers=packed).data)
        for address in [*told["pages"], *told["files"], *shell]
    ]

    assert len(told["pages"]) > 30
    assert sum(weights) <= MOST_BYTES


def worker(browser):
    return browser.client.get("/sw.js").text
