"""The signal goes away in the middle: nothing typed is lost, nothing is sent twice."""

import re

import pytest
from playwright.sync_api import Request, Response, Route, expect

from tests.support import phone, stored
from tests.support.chromium import PATIENCE, Opened
from tests.support.filling import ARRIVED, Filling, is_filed_once
from tests.support.live import Live
from tests.support.treasurer import enter

pytestmark = pytest.mark.browser

NO_INTERNET = "Tidak ada internet. Anda tetap bisa mengisi: semua disimpan di HP ini."
ON_PHONE = "Tersimpan di HP"
CHANGED = "Bagian ini diubah orang lain."
QUEUE = "/antrean"


def test_pressing_save_without_signal_goes_on_and_is_sent_later(filling: Filling) -> None:
    filling.context.set_offline(offline=True)
    filling.type_savings()
    filling.badge_says(ON_PHONE)
    filling.press_save()

    filling.goes_on()
    assert filling.has_arrived() == {}
    (item,) = phone.kept(filling.page, "outbox")
    assert (item["kind"], item["state"]) == ("section", "waiting")

    filling.context.set_offline(offline=False)
    phone.until_nothing_waits(filling.page)
    assert filling.has_arrived() == ARRIVED
    assert [draft["isSent"] for draft in phone.kept(filling.page, "drafts")] == [True]


def test_pressing_save_while_the_server_is_away_goes_on_and_is_sent_later(
    filling: Filling,
) -> None:
    with filling.live.server.away():
        filling.type_savings()
        filling.says(NO_INTERNET)
        filling.badge_says(ON_PHONE)
        filling.press_save()
        filling.goes_on()
    assert filling.has_arrived() == {}

    phone.until_nothing_waits(filling.at_home().page)
    assert filling.has_arrived() == ARRIVED


def test_coming_back_to_a_page_that_waited_shows_what_was_typed(filling: Filling) -> None:
    with filling.live.server.away():
        filling.type_savings()
        filling.press_save()
        filling.goes_on()

    filling.page.goto(filling.address)
    phone.until_nothing_waits(filling.page)
    filling.holds_what_was_typed()
    assert filling.has_arrived() == ARRIVED


def test_a_save_whose_answer_was_lost_is_never_saved_over_what_came_after(
    filling: Filling, open_browser: Opened
) -> None:
    with filling.before_it_saves_itself(), filling.live.server.losing_answers():
        filling.type_savings()
        filling.press_save()
        filling.goes_on()
    assert filling.has_arrived() == ARRIVED

    chair = open_browser(filling.live, filling.live.person("ketua"))
    filling.seen_by(chair.new_page()).saves_otherwise()

    phone.until_nothing_waits(filling.at_home().page)
    assert filling.has_arrived() == {**ARRIVED, "savings_members": 999_000}


def test_an_offline_draft_that_meets_a_newer_version_brings_both_before_the_person(
    live: Live, filling: Filling, open_browser: Opened
) -> None:
    filling.seen_by(open_browser(live, live.person("ketua")).new_page()).saves_otherwise()
    with filling.live.server.away():
        filling.type_savings()
        filling.says(NO_INTERNET)
        filling.badge_says(ON_PHONE)
        filling.page.close()

    again = filling.seen_by(filling.context.new_page())
    with again.page.expect_response(is_save) as answered:
        again.page.goto(filling.address)
    assert answered.value.status == 409
    again.says(CHANGED)
    again.press_save()
    expect(again.page.get_by_role("heading", level=1)).to_have_text("Pilih angka yang benar")
    again.page.get_by_label(re.compile("^Punya Anda")).check()
    again.page.get_by_role("button", name="Simpan pilihan saya").click()
    expect(again.page).to_have_url(filling.address)

    assert again.has_arrived() == ARRIVED
    phone.until_nothing_waits(again.page)


def test_a_late_answer_forgets_nothing_that_was_typed_since(filling: Filling) -> None:
    held: dict[str, Route] = {}
    filling.page.route(filling.address, lambda route: held.update(first=route))
    with filling.page.expect_request(is_by_itself):
        enter(filling.page.locator("#savings_members"), "1")
    filling.type_savings()
    filling.press_save()
    filling.goes_on()  # it waits for its turn no longer than a person does
    filling.page.unroute_all()

    phone.until_nothing_waits(filling.at_home().page)
    assert filling.has_arrived() == ARRIVED


def test_sending_without_signal_waits_and_gives_its_receipt_later(sending: Filling) -> None:
    sending.context.set_offline(offline=True)
    sending.press_send()
    expect(sending.page).to_have_url(f"{sending.live.url}{QUEUE}")
    expect(sending.page.locator("[data-part=items] [data-state=waiting]")).to_have_text(ON_PHONE)
    assert stored.versions_at(sending.live, sending.report) == []

    sending.context.set_offline(offline=False)
    expect(sending.page.get_by_text("Semua sudah terkirim.").first).to_be_visible(timeout=PATIENCE)
    number = is_filed_once(sending)
    expect(sending.page.get_by_text(number)).to_be_visible()
    assert number not in phone.everything(sending.page)


def test_sending_to_a_server_that_is_away_files_once_when_it_is_back(sending: Filling) -> None:
    with sending.live.server.away():
        sending.press_send()
        expect(sending.page).to_have_url(f"{sending.live.url}{QUEUE}")
    assert stored.versions_at(sending.live, sending.report) == []

    sending.page.reload()
    expect(sending.page.locator("[data-part=receipts]").get_by_text("Terkirim")).to_be_visible(
        timeout=PATIENCE
    )
    expect(sending.page.get_by_text(is_filed_once(sending))).to_be_visible()


def test_a_sending_whose_answer_was_lost_is_filed_once(sending: Filling) -> None:
    with sending.live.server.losing_answers():
        sending.press_send()
        expect(sending.page).to_have_url(f"{sending.live.url}{QUEUE}")
    first = is_filed_once(sending)

    sending.page.reload()
    expect(sending.page.get_by_text(first)).to_be_visible(timeout=PATIENCE)
    assert is_filed_once(sending) == first


def test_a_sending_whose_answer_was_lost_may_be_pressed_again(sending: Filling) -> None:
    with sending.live.server.losing_answers():
        sending.press_send()
        expect(sending.page).to_have_url(f"{sending.live.url}{QUEUE}")
    first = is_filed_once(sending)

    sending.page.goto(f"{sending.report}/kirim")
    expect(sending.page.get_by_text(first).first).to_be_visible()
    phone.until_nothing_waits(sending.page)
    assert is_filed_once(sending) == first


def is_save(answer: Response) -> bool:
    return answer.request.method == "POST" and answer.url.endswith("/isi/simpanan")


def is_by_itself(request: Request) -> bool:
    """A save the person did not press for."""
    return "autosave=1" in str(request.post_data)
