"""The page that tells part by part what is ready, and the fetching behind it."""

import re

import pytest
from playwright.sync_api import Page, expect

from app.figures.kinds import BusinessKind, PeriodKind
from tests.support import stored
from tests.support.kept import (
    IS_WHOLE,
    pages_of,
    paths_by_cache,
    phone_with_pages,
    wait_for_worker,
    wait_until,
)
from tests.support.statements import figures_for
from tests.support.treasurer import send_report

pytestmark = pytest.mark.browser
HERE = "/k/tanpa-internet"
READY, IN_PART = "Siap dipakai tanpa internet", "Belum siap semua"
DROP = """async (path) => { for (const name of await caches.keys())
    if (name.startsWith('pages-')) await (await caches.open(name)).delete(path); }"""
IS_KEPT = """async (path) => { for (const name of await caches.keys())
    if (name.startsWith('pages-') && await caches.match(path, {cacheName: name})) return true;
    return false; }"""
NO_FORM_OF = """async (report) => { for (const name of await caches.keys())
    if (name.startsWith('pages-'))
        for (const {url} of await (await caches.open(name)).keys())
            if (url.includes(`${report}/isi/`) || url.endsWith(`${report}/periksa`)) return false;
    return true; }"""
AN_HOUR_AGO = """async () => { const notes = await caches.open('notes');
    const last = JSON.parse(await (await notes.match('/catatan/bekal')).text());
    await notes.put('/catatan/bekal', new Response(JSON.stringify(
        {...last, at: last.at - 3600000}))); }"""
SAVES_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}});"


@pytest.fixture
def treasurer(live):
    return live.person("bendahara")


@pytest.fixture
def page(live, open_browser, treasurer):
    yield phone_with_pages(open_browser(live, treasurer), live, treasurer)
    live.server.start()


def test_everything_that_was_promised_is_named_as_ready(page, treasurer):
    page.goto(HERE)
    there = len(pages_of(page, treasurer))

    expect(page.get_by_text(f"Semua {there} halaman ada di HP ini")).to_be_visible()
    expect(parts(page, "Siap")).to_have_count(parts(page).count())
    assert "rules" in paths_by_cache(page)


def test_what_is_lacking_is_named_and_fetched_when_asked_for(page, treasurer):
    lacking = first_form(page, treasurer)
    page.evaluate(DROP, lacking)
    page.goto(HERE)
    expect(page.get_by_text(IN_PART)).to_be_visible()
    expect(parts(page, "Sebagian")).to_have_count(1)

    page.get_by_role("button", name="Siapkan sekarang").click()
    expect(page.get_by_role("status").get_by_text(READY)).to_be_visible(timeout=20_000)
    expect(parts(page, "Sebagian")).to_have_count(0)
    assert lacking in pages_of(page, treasurer)


def test_the_page_says_without_a_signal_what_it_says_with_one(page, treasurer):
    page.evaluate(DROP, first_form(page, treasurer))
    page.context.set_offline(True)
    page.goto(HERE)

    expect(page.get_by_text(IN_PART)).to_be_visible()
    expect(parts(page, "Siap")).to_have_count(parts(page).count() - 1)


def test_a_fetching_that_fails_takes_nothing_away_and_says_so(live, page, treasurer):
    there = pages_of(page, treasurer)
    page.evaluate(DROP, first_form(page, treasurer))
    page.goto(HERE)
    expect(page.get_by_text(IN_PART)).to_be_visible()
    with live.server.away():
        page.get_by_role("button", name="Siapkan sekarang").click()
        expect(page.get_by_text("Sisanya belum terambil.")).to_be_visible()

    assert len(pages_of(page, treasurer)) == len(there) - 1


def test_home_and_task_list_lead_there_and_say_how_it_stands(page, treasurer):
    page.goto("/k/")
    expect(page.get_by_role("link", name=READY)).to_have_attribute("href", HERE)

    form = first_form(page, treasurer)
    page.evaluate(DROP, form)
    page.goto(form.split("/isi/")[0])
    page.get_by_role("link", name=f"Belum {READY[0].lower()}{READY[1:]}").click()
    expect(page).to_have_url(re.compile(HERE))


def test_opening_a_report_fetches_what_has_gone_since(page, treasurer):
    form = first_form(page, treasurer)
    page.evaluate(DROP, form)
    page.evaluate(AN_HOUR_AGO)
    page.goto(form.split("/isi/")[0])

    wait_until(page, IS_KEPT, form)


def test_where_every_kilobyte_counts_nothing_is_fetched_unasked(live, open_browser, treasurer):
    context = open_browser(live, treasurer)
    context.add_init_script(SAVES_DATA)
    page = context.new_page()
    page.goto("/k/")
    wait_for_worker(page)
    page.goto(HERE)
    expect(page.get_by_text(IN_PART)).to_be_visible()
    assert set(pages_of(page, treasurer)) <= {"/k/", HERE}

    page.get_by_role("button", name="Siapkan sekarang").click()
    expect(page.get_by_role("status").get_by_text(READY)).to_be_visible(timeout=20_000)
    wait_until(page, IS_WHOLE)


def test_the_forms_of_a_report_that_was_sent_leave_the_phone(live, page, treasurer):
    report = first_form(page, treasurer).split("/isi/")[0]
    page.goto(report)
    kind = PeriodKind.ANNUAL if "Tahun Buku" in page.title() else PeriodKind.QUARTERLY
    page.goto(first_form(page, treasurer))
    page.get_by_role("button", name="Simpan, lanjutkan nanti").click()
    expect(page).to_have_url(re.compile(f"{report}$"))
    stored.write_draft(live, page.url, figures_for(BusinessKind.SAVINGS_LOAN, kind))
    send_report(page, page.url)

    wait_until(page, NO_FORM_OF, report)
    assert f"{report}/bukti" in pages_of(page, treasurer)


def test_without_script_the_page_claims_nothing(live, open_browser, treasurer):
    page = open_browser(live, treasurer, java_script_enabled=False).new_page()
    page.goto(HERE)

    expect(page.get_by_text("Browser ini tidak dapat menyimpan halaman.")).to_be_visible()
    expect(page.get_by_role("main").get_by_text(READY)).to_have_count(1)  # hidden, or the heading
    expect(page.get_by_text("Sebagian", exact=True).first).to_be_hidden()


def parts(page: Page, saying: str = ""):
    """The parts of the pack, or those whose tag says so."""
    rows = page.locator("main li[data-pages]")
    if not saying:
        return rows
    return rows.get_by_text(saying, exact=True).filter(visible=True)


def first_form(page: Page, treasurer) -> str:
    """The savings of a quarter that waits: its report has fewest pages."""
    found = [path for path in pages_of(page, treasurer) if path.endswith("/isi/simpanan")]
    count = {path: _beside(path, pages_of(page, treasurer)) for path in found}
    return min(found, key=lambda path: count[path])


def _beside(path: str, paths: list[str]) -> int:
    return len([each for each in paths if each.startswith(path.split("/isi/", maxsplit=1)[0])])
