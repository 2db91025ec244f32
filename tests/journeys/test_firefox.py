"""The phone without a signal in a Firefox: no Background Sync there, everything else the same."""

import os
from pathlib import Path

import pytest

from tests.support import firefox, stored
from tests.support.chromium import cookie_of
from tests.support.filling import ARRIVED, SAVINGS
from tests.support.firefox import Firefox
from tests.support.live import Live

CONTROLLED = "navigator.serviceWorker.controller?.state === 'activated'"
PACK_IS_WHOLE = """caches.match('/catatan/bekal', {cacheName: 'notes'})
    .then((noted) => noted?.json()).then((noted) => noted?.whole)"""
REPORT = """[...document.querySelectorAll('main a')]
    .find((each) => /Triwulan/.test(each.textContent)).href"""
IS_COPY = "!document.querySelector('kept-copy').hidden"
SAYS = "document.querySelector('#saved').textContent.includes('{}')"
PRESS = "[...document.querySelectorAll('#page-form button')].at(-1).click()"
WAITING = """import(document.body.dataset.store)
    .then(async (phone) => (await phone.itemsOf(await phone.person())).length)"""


@pytest.mark.proof
@pytest.mark.skipif(os.environ.get("PROOF") != "full", reason="part of the long proof")
@pytest.mark.skipif(firefox.found() is None, reason="Firefox is not on this machine")
def test_what_is_written_without_signal_in_firefox_is_sent_when_it_is_back(
    live: Live, tmp_path: Path
) -> None:
    with firefox.opened(tmp_path) as phone:
        phone.sign_in(cookie_of(live, live.person("bendahara")))
        phone.open(f"{live.url}/k/laporan")
        phone.until(CONTROLLED)
        phone.until(PACK_IS_WHOLE)
        report = phone.run(REPORT)
        with live.server.away():
            write_without_signal(phone, report)
        assert stored.figures_at(live, report).keys().isdisjoint(SAVINGS)

        phone.open(f"{live.url}/antrean")
        phone.until(f"{WAITING}.then((count) => count === 0)")
        figures = stored.figures_at(live, report)
        assert {code: figures[code] for code in SAVINGS} == ARRIVED


def write_without_signal(phone: Firefox, report: str) -> None:
    phone.open(f"{report}/isi/simpanan")
    phone.until(IS_COPY)
    for code, (typed, _amount) in SAVINGS.items():
        phone.type(f"#{code}", typed)
    phone.until(SAYS.format("Tersimpan di HP"))
    phone.open(f"{report}/isi/simpanan")
    phone.until("document.querySelector('#savings_members').value === '1.250.000'")
    phone.run(PRESS)
    phone.until("location.pathname.endsWith('/isi/utang')")
    assert phone.run(WAITING) == 1
