"""A draft in a real browser, with the rules at work on it."""

import re

from playwright.sync_api import Page, expect

from tests.support.treasurer import open_report


def copied_draft(page: Page, name: str) -> str:
    """Open a report and fill it from the one before; gives its address."""
    report = open_report(page, name)
    page.get_by_role("button", name=re.compile("^Salin dari laporan")).click()
    expect(page.get_by_text("angka disalin")).to_be_visible()
    return report


def corrected_draft(page: Page, name: str) -> str:
    """A report that was sent, opened again with a reason; gives its address."""
    page.goto("/k/laporan")
    page.get_by_role("link", name=re.compile(name)).first.click()
    expect(page).to_have_url(re.compile("/bukti$"))
    report = page.url.removesuffix("/bukti")
    page.goto(f"{report}/perbaiki")
    page.locator("main input[name=reason]").first.check()
    page.locator("main textarea[name=text]").fill("Ada transaksi susulan yang belum tercatat.")
    page.locator("main form button[type=submit]").last.click()
    expect(page).to_have_url(report)
    return report


def open_page(page: Page, report: str, code: str = "") -> None:
    """A page of the draft, its task list without a code, once the rules are there."""
    page.goto(f"{report}/isi/{code}" if code else report)
    wait_for_the_rules(page)


def wait_for_the_rules(page: Page) -> None:
    page.locator("html[data-live=ready]").wait_for(state="attached")
