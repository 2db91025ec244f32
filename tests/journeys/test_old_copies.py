"""A copy on the phone may be older than what the server has: it never takes anything back."""

import pytest
from playwright.sync_api import expect

from tests.support import phone
from tests.support.filling import ARRIVED, Filling
from tests.support.treasurer import enter

pytestmark = pytest.mark.browser


def test_a_copy_in_another_tab_is_not_the_page_that_was_saved_from(filling: Filling) -> None:
    other = filling.seen_by(filling.context.new_page())
    with filling.live.server.away():
        other.page.goto(filling.address)
        expect(other.page.get_by_text("salinan per")).to_be_visible()
    filling.type_savings()
    filling.press_save()
    filling.goes_on()

    enter(other.page.locator("#savings_non_members"), "5.000.000")
    other.press_save()
    expect(other.page.get_by_role("heading", level=1)).to_have_text("Pilih angka yang benar")
    assert filling.has_arrived() == ARRIVED


def test_a_button_pressed_at_once_takes_along_what_the_phone_still_puts_back(
    filling: Filling,
) -> None:
    with filling.live.server.away():
        filling.type_savings()
        filling.badge_says("Tersimpan di HP")
        filling.page.close()
    again = filling.seen_by(filling.context.new_page())
    again.page.add_init_script(PRESSES_AT_ONCE)
    again.page.goto(filling.address)

    again.goes_on()
    phone.until_nothing_waits(again.page)
    assert again.has_arrived() == ARRIVED


PRESSES_AT_ONCE = """addEventListener('DOMContentLoaded', () => {
    const form = document.querySelector('#page-form');
    if (form && !sessionStorage.pressed) {
        sessionStorage.pressed = 'yes';
        form.requestSubmit([...form.querySelectorAll('button')].at(-1));
    } })"""
