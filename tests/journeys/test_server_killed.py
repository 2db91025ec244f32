"""The server is killed with kill -9 while a phone sends: the report is there once, or not yet."""

import pytest
from playwright.sync_api import expect

from tests.support import phone, stored
from tests.support.chromium import PATIENCE
from tests.support.doomed import dying_at
from tests.support.filling import Filling, is_filed_once

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("moment", "versions"), [("before", 0), ("after", 1)])
def test_a_report_whose_server_died_is_filed_once(
    sending: Filling, moment: str, versions: int
) -> None:
    with dying_at(moment, sending.live):
        sending.press_send()
        expect(sending.page).to_have_url(f"{sending.live.url}/antrean", timeout=2 * PATIENCE)
    assert len(stored.versions_at(sending.live, sending.report)) == versions

    sending.page.reload()
    phone.until_nothing_waits(sending.page)
    expect(sending.page.get_by_text(is_filed_once(sending))).to_be_visible(timeout=PATIENCE)
