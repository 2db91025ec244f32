"""On the screen of the phone: offered at the right moment, and where it can be had."""

import re

import pytest
from playwright.sync_api import Page, expect

from app.figures.kinds import BusinessKind, PeriodKind
from app.offline.embedding import is_embedded, to_chrome
from tests.support import stored
from tests.support.statements import figures_for
from tests.support.treasurer import send_report, sign_in

ANDROID = "Mozilla/5.0 (Linux; Android 14; SM-A057F{}) AppleWebKit/537.36 Chrome/131.0 Mobile"
IN_A_CHAT = ANDROID.format("; wv)").replace("wv))", "wv)")
BY_ITSELF = ANDROID.format("")
IN_INSTAGRAM = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) AppleWebKit/605 Mobile Instagram 334.0"
OFFERS = """addEventListener('load', () => {
    const offer = new Event('beforeinstallprompt', {cancelable: true});
    offer.prompt = () => { window.asked = true; return Promise.resolve(); };
    window.dispatchEvent(offer); });"""
APPLE = "Object.defineProperty(Navigator.prototype, 'standalone', {value: false});"
HINT = "Pasang e-Koperasi di layar HP"


@pytest.fixture
def treasurer(live):
    return live.person("bendahara")


@pytest.mark.browser
def test_installing_is_offered_after_the_second_report_was_sent(live, open_browser, treasurer):
    """Chromium without a screen never offers by itself, so the offer is the test's."""
    page = phone(live, open_browser, treasurer, OFFERS)
    send(live, page, "Triwulan", PeriodKind.QUARTERLY)
    expect(page.get_by_text(HINT)).to_be_hidden()
    page.reload()
    expect(page.get_by_text(HINT)).to_be_hidden()

    send(live, page, "Tahun Buku", PeriodKind.ANNUAL)
    expect(page.get_by_text(HINT)).to_be_visible()
    page.get_by_role("button", name="Pasang").click()
    assert page.evaluate("window.asked")
    expect(page.get_by_text(HINT)).to_be_hidden()


@pytest.mark.browser
def test_who_says_later_is_left_in_peace(live, open_browser, treasurer):
    page = phone(live, open_browser, treasurer, OFFERS + "localStorage.setItem('sent', '5');")
    page.goto("/k/laporan")
    page.get_by_role("link", name=re.compile("Diterima|Terkirim")).first.click()
    receipt = page.url
    page.goto(f"{receipt.removesuffix('/bukti')}/bukti")
    expect(page.get_by_text(HINT)).to_be_visible()
    page.get_by_role("button", name="Nanti").click()

    expect(page.get_by_text(HINT)).to_be_hidden()
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text(HINT)).to_be_hidden()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("script", "way"), [("", "Di Chrome: ketuk ⋮"), (APPLE, "Di Safari: ketuk"), (OFFERS, "Jadi")]
)
def test_the_page_for_without_internet_tells_the_way_of_this_phone(
    live, open_browser, treasurer, script, way
):
    page = phone(live, open_browser, treasurer, script)
    page.goto("/k/tanpa-internet")

    expect(page.get_by_text(way)).to_be_visible()
    for other in {"Di Chrome: ketuk ⋮", "Di Safari: ketuk", "Jadi lebih cepat"} - {way}:
        if not other.startswith(way):
            expect(page.get_by_text(other)).to_be_hidden()


@pytest.mark.browser
def test_inside_a_chat_one_is_told_and_can_sign_in_all_the_same(live, open_browser):
    page = open_browser(live, user_agent=IN_A_CHAT).new_page()
    page.goto("/masuk")
    expect(page.get_by_text("Anda membuka dari dalam aplikasi lain")).to_be_visible()
    leave = page.get_by_role("link", name="Buka di Chrome").get_attribute("href")
    assert leave.startswith(f"intent://{live.url.removeprefix('http://')}/masuk#Intent;")

    sign_in(page, "bendahara")
    expect(page.get_by_text("Anda membuka dari dalam aplikasi lain")).to_be_visible()
    page.goto("/k/laporan")
    expect(page.get_by_text("Anda membuka dari dalam aplikasi lain")).to_have_count(0)


@pytest.mark.either_database
def test_in_a_browser_of_its_own_nothing_is_said_of_chats(browse):
    page = browse().get("/masuk", headers={"User-Agent": BY_ITSELF})

    assert "aplikasi lain" not in page.text


@pytest.mark.either_database
@pytest.mark.parametrize(
    ("version", "is_said"), [(79, True), (105, True), (106, False), (131, False)]
)
def test_who_has_an_old_chrome_is_told_what_they_lack(browse, version, is_said):
    agent = re.sub(r"Chrome/\d+", f"Chrome/{version}", BY_ITSELF)
    page = browse().get("/masuk", headers={"User-Agent": agent})

    said = "Perbarui Chrome agar bisa disimpan tanpa internet." in page.text
    assert said is is_said
    assert page.form("Masuk")


def test_windows_inside_other_applications_are_known_by_what_they_say_of_themselves():
    assert is_embedded(IN_A_CHAT)
    assert is_embedded(IN_INSTAGRAM)
    assert not is_embedded(BY_ITSELF)
    assert to_chrome(IN_INSTAGRAM, "kudus.go.id", "/masuk", "https") == ""
    assert to_chrome(IN_A_CHAT, "kudus.go.id", "/k/", "https") == (
        "intent://kudus.go.id/k/#Intent;scheme=https;package=com.android.chrome;end"
    )


def phone(live, open_browser, treasurer, script: str) -> Page:
    context = open_browser(live, treasurer)
    if script:
        context.add_init_script(script)
    return context.new_page()


def send(live, page: Page, name: str, kind: PeriodKind) -> None:
    page.goto("/k/laporan")
    page.get_by_role("link", name=re.compile(name)).filter(has_not_text="Diterima").first.click()
    report = page.url
    page.goto(f"{report}/isi/simpanan")
    page.get_by_role("button", name="Simpan, lanjutkan nanti").click()
    expect(page).to_have_url(report)
    stored.write_draft(live, report, figures_for(BusinessKind.SAVINGS_LOAN, kind))
    send_report(page, report)
