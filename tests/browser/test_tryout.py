"""What if: the way to the next grade is shown, and nothing of it enters the report."""

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from app.health.queries import latest_of
from tests.support import stored
from tests.support.chromium import DESK, Opened
from tests.support.drafts import corrected_draft, open_page, wait_for_the_rules
from tests.support.kept import wait_for_worker
from tests.support.live import Live
from tests.support.looking import faults, too_wide_with_large_text

pytestmark = pytest.mark.browser

FORBIDDEN = re.compile("hapus|pindah|hutang baru|bayar lebih awal", re.IGNORECASE)
"""No honest way sounds like this."""


@pytest.fixture
def phone(live: Live, open_browser: Opened) -> BrowserContext:
    return open_browser(live, live.person("bendahara2"))


def ask_what_if(page: Page) -> Locator:
    page.get_by_role("button", name="Bagaimana bila?").click()
    dialog = page.get_by_role("dialog", name="Bagaimana bila?")
    expect(dialog.get_by_role("heading", level=3).first).to_be_visible()
    return dialog


def written_by(page: Page) -> list[str]:
    """What the page sends from here on, but readings."""
    sent: list[str] = []
    page.on(
        "request", lambda request: None if request.method == "GET" else sent.append(request.url)
    )
    return sent


def totals_in(dialog: Locator) -> list[float]:
    said = dialog.get_by_text(re.compile("^Skor menjadi")).all_inner_texts()
    return [float(each.split()[-1].replace(",", ".")) for each in said]


@pytest.fixture
def draft(phone: BrowserContext) -> Page:
    """A year that was sent and is opened again, with every number there."""
    page = phone.new_page()
    open_page(page, corrected_draft(page, "Tahun Buku 2025"), "ekuitas")
    return page


def test_the_ways_are_honest_and_lead_to_the_grade(draft: Page) -> None:
    draft.get_by_role("button", name="Rincian").click()
    dialog = ask_what_if(draft)

    expect(dialog).to_contain_text("Tidak ada yang disimpan dan laporan tidak berubah")
    goal = dialog.get_by_role("heading", name=re.compile("^Menuju")).inner_text()
    assert min(totals_in(dialog)) >= float(goal.split()[-1].replace(",", "."))
    assert not FORBIDDEN.search(" ".join(dialog.locator(".way").all_inner_texts()))
    dialog.get_by_role("button", name="Kembali ke skor").click()
    expect(draft.get_by_role("dialog", name="Skor sementara")).to_be_visible()


def test_a_draft_stays_as_it_is_whatever_is_tried_out(live: Live, draft: Page) -> None:
    report = draft.url.rpartition("/isi/")[0]
    before, typed, sent = _kept(live, report), _typed(draft), written_by(draft)
    draft.get_by_role("button", name="Rincian").click()
    assert totals_in(ask_what_if(draft))
    draft.keyboard.press("Escape")
    draft.wait_for_timeout(2000)  # longer than a draft waits before it saves itself

    assert _typed(draft) == typed
    assert not sent
    assert _kept(live, report) == before


def _typed(page: Page) -> list[str]:
    fields = page.locator("#page-form input[inputmode=numeric]").all()
    return [field.input_value() for field in fields]


def _kept(live: Live, report: str) -> list[object]:
    kept = stored.draft_at(live, report)
    return [kept.figures, kept.answers, kept.explanations, kept.page_versions, kept.saved_at]


def test_every_ratio_that_moves_with_it_is_shown(phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto("/k/kesehatan")
    wait_for_the_rules(page)
    way = ask_what_if(page).get_by_role("region", name="Jalan 1")
    told = way.get_by_text(re.compile(r"Semua rasio yang ikut bergerak \(\d+\)"))
    count = int(re.findall(r"\d+", told.inner_text())[0])
    told.click()

    assert way.locator(".moves > li").count() == count > 1
    assert all("→" in row for row in way.locator(".moves > li").all_inner_texts())


def test_it_works_without_signal(phone: BrowserContext, draft: Page) -> None:
    wait_for_worker(draft)
    phone.set_offline(True)
    draft.get_by_role("button", name="Rincian").click()
    assert totals_in(ask_what_if(draft))
    phone.set_offline(False)


def test_it_is_for_everyone(phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto("/k/kesehatan")
    wait_for_the_rules(page)
    ask_what_if(page)
    assert not faults(page, "dialog[open]")
    assert not too_wide_with_large_text(page, "dialog")


def test_the_desk_may_try_it_out_beside_a_score(live: Live, open_browser: Opened) -> None:
    owner = live.person("bendahara2").cooperative_id
    assert owner
    with live.app.app_context():
        scored = latest_of(owner)
        assert scored
        address = f"/d/kesehatan/{scored.id}"
    desk = open_browser(live, live.person("kabid"), viewport=DESK).new_page()
    desk.goto(address)
    wait_for_the_rules(desk)
    sent = written_by(desk)
    assert totals_in(ask_what_if(desk))
    assert not sent


def test_without_a_script_nobody_is_offered_what_does_not_work(
    live: Live, open_browser: Opened
) -> None:
    context = open_browser(live, live.person("bendahara2"), java_script_enabled=False)
    page = context.new_page()
    page.goto("/k/kesehatan")
    expect(page.locator("#try-out")).to_be_hidden()
