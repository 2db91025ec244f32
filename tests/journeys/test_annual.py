"""The year on a small phone, typed by hand: every number arrives, once, and the dinas sees it."""

import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from app.figures.kinds import BusinessKind, PeriodKind
from app.health.words import score_text
from app.reports.models import Filing
from tests.support import stored
from tests.support.chromium import DESK, PHONE, Opened
from tests.support.live import Live
from tests.support.notations import written
from tests.support.statements import figures_for
from tests.support.treasurer import REASON, enter, explain, open_report, save_page

pytestmark = pytest.mark.browser

YEAR = figures_for(BusinessKind.SAVINGS_LOAN, PeriodKind.ANNUAL)
COPIED_PAGE = "karyawan"
PEOPLE = ("employees_male", "employees_female", "managers_male", "managers_female")
PEOPLE += ("financing_partners", "branch_offices")
COPIED = "education_expense"
UNCLEAR = {"cash": "12.50", "bank_accounts": "12,212"}
ANSWERED = 5
"""Questions answered by hand on the first page of the self-assessment."""


def test_a_treasurer_files_the_year_by_hand_and_the_desk_sees_its_score(
    live: Live, open_browser: Opened
) -> None:
    phone = open_browser(live, live.person("bendahara")).new_page()
    assert phone.viewport_size == PHONE
    report = open_report(phone, "Laporan Tahun Buku")
    phone.get_by_role("button", name=re.compile("^Salin dari laporan")).click()
    expect(phone.get_by_text("angka disalin")).to_be_visible()
    before = stored.year_before(live, report)
    wanted = YEAR | {code: before.figures[code] for code in (COPIED, *PEOPLE)}

    answers = fill_year(live, phone, report, wanted)

    assert stored.figures_at(live, report) == wanted
    assert stored.draft_at(live, report).copied == {}
    filing = send_twice_at_once(live, phone, report)
    assert filing.figures == wanted
    assert filing.answers == {**before.answers, **answers}
    go_back_to_the_receipt(live, phone, report, filing)
    check_receipt(live, open_browser, filing)
    score = stored.score_of(live, filing)
    assert score.is_complete
    said = f"Skor {score_text(score.total)} dari 100"
    desk_sees(live, open_browser, report, filing, said)


def test_the_year_is_filed_without_javascript(live: Live, open_browser: Opened) -> None:
    context = open_browser(live, live.person("bendahara"), java_script_enabled=False)
    phone = context.new_page()
    report = open_report(phone, "Laporan Tahun Buku")

    answers = fill_year(live, phone, report, YEAR)

    assert stored.figures_at(live, report) == YEAR
    filing = send_twice_at_once(live, phone, report)
    assert filing.figures == YEAR
    assert filing.answers == answers
    go_back_to_the_receipt(live, phone, report, filing)
    check_receipt(live, open_browser, filing)
    score = stored.score_of(live, filing)
    assert not score.is_complete
    said = f"Antara {score_text(score.lowest)} dan {score_text(score.highest)}"
    desk_sees(live, open_browser, report, filing, said)


def fill_year(live: Live, page: Page, report: str, wanted: Mapping[str, int]) -> dict[str, bool]:
    """Every page from the first to the last; gives the answers given by hand."""
    page.locator("main a[href*='/isi/']").first.click()
    answers: dict[str, bool] = {}
    turn = 0
    while "/isi/" in page.url:
        code = page.url.rpartition("/")[2]
        if code == "kas-penempatan":
            come_back_from_unclear_numbers(live, page, report)
        if code.startswith("penilaian-"):
            answers |= answer(page) if not answers else {}
        elif all_still_the_same(page, code):
            continue
        else:
            turn += type_page(page, wanted, turn)
        save_page(page)
    expect(page).to_have_url(f"{report}/periksa")
    return answers


def type_page(page: Page, wanted: Mapping[str, int], turn: int) -> int:
    """Every figure of this page, each in another notation; gives how many there were."""
    fields = page.locator("#page-form input[inputmode=numeric]").all()
    codes = [str(field.get_attribute("name")) for field in fields]
    for index, code in enumerate(codes):
        still = page.locator(f"button[name=still][value={code}]")
        if code == COPIED and still.count():
            still.click()
            expect(still).to_have_count(0)
            continue
        enter(page.locator(f"#{code}"), written(wanted[code], turn + index))
    return len(codes)


def all_still_the_same(page: Page, code: str) -> bool:
    """Confirm a page of copies with one button; the page stays, with nothing left to confirm."""
    everything = page.get_by_role("button", name="Semua di halaman ini masih sama")
    if code != COPIED_PAGE or not everything.count():
        return False
    everything.click()
    expect(everything).to_have_count(0)
    save_page(page)
    return True


def come_back_from_unclear_numbers(live: Live, page: Page, report: str) -> None:
    """What may mean two things is not guessed: it comes back as typed, with its sentence."""
    here = page.url
    before = stored.figures_at(live, report)
    for code, typed in UNCLEAR.items():
        enter(page.locator(f"#{code}"), typed)
    page.get_by_role("button", name="Simpan dan lanjut").last.click()
    expect(page).to_have_title(re.compile("^Perlu diperbaiki"))
    assert page.url == here
    for code, typed in UNCLEAR.items():
        expect(page.locator(f"#{code}")).to_have_value(typed)
        said = page.locator(f"#{code}-wrong")
        expect(said).to_contain_text(f'"{typed}" kurang jelas')
    assert stored.draft_at(live, report).unread == UNCLEAR
    kept = {code: value for code, value in before.items() if code not in UNCLEAR}
    assert stored.figures_at(live, report) == kept


def answer(page: Page) -> dict[str, bool]:
    """The first questions of this page, every other one with no."""
    names = page.locator("#page-form input[type=radio][value=yes]").all()[:ANSWERED]
    given = {str(each.get_attribute("name")): bool(turn % 2) for turn, each in enumerate(names)}
    for name, is_so in given.items():
        page.locator(f"input[name='{name}'][value={'yes' if is_so else 'no'}]").check()
    return given


def send_twice_at_once(live: Live, page: Page, report: str) -> Filing:
    """A double tap on the button of sending: one version, one receipt."""
    assert explain(page) > 0
    given = stored.receipts_given(live)
    page.locator("#declared").check()
    page.get_by_role("button", name="Kirim laporan ke dinas").dblclick()
    expect(page).to_have_url(f"{report}/bukti")
    (filing,) = stored.versions_at(live, report)
    expect(page.get_by_text(filing.receipt_number).first).to_be_visible()
    assert set(filing.explanations.values()) == {REASON}
    assert stored.receipts_given(live) == given + 1
    return filing


def go_back_to_the_receipt(live: Live, page: Page, report: str, filing: Filing) -> None:
    page.go_back()
    expect(page).to_have_url(f"{report}/bukti")
    expect(page.get_by_text(filing.receipt_number).first).to_be_visible()
    assert [each.id for each in stored.versions_at(live, report)] == [filing.id]


def check_receipt(live: Live, open_browser: Opened, filing: Filing) -> None:
    stranger = open_browser(live).new_page()
    stranger.goto(f"/verifikasi/{filing.verification_code}")
    expect(stranger.get_by_text("Bukti ini asli")).to_be_visible()
    expect(stranger.get_by_text(filing.receipt_number)).to_be_visible()
    stranger.get_by_text("Sidik isi laporan").click()
    expect(stranger.get_by_text(filing.content_hash)).to_be_visible()


def desk_sees(live: Live, open_browser: Opened, report: str, filing: Filing, score: str) -> None:
    desk = open_browser(live, live.person("staf"), viewport=DESK).new_page()
    desk.goto(report.replace("/k/", "/d/"))
    expect(desk.get_by_text(filing.receipt_number)).to_be_visible()
    expect(desk.get_by_text(REASON).first).to_be_visible()
    desk.goto(f"/d/koperasi/{filing.cooperative_id}")
    expect(desk.get_by_text(score).first).to_be_visible()
