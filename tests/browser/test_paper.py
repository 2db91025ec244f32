"""What the head of the agency prints is one sheet, as the button promises."""

import re

import pytest

from tests.support.chromium import DESK, Opened
from tests.support.live import Live

pytestmark = pytest.mark.browser

SHEETS = re.compile(rb"/Type\s*/Pages\b[^>]*/Count\s+(\d+)|/Count\s+(\d+)[^>]*/Type\s*/Pages\b")


@pytest.mark.parametrize("period", ["", "?periode=2025-TH"])
def test_the_summary_fits_one_sheet(shared_live: Live, open_browser: Opened, period: str) -> None:
    page = open_browser(shared_live, shared_live.person("kadis"), viewport=DESK).new_page()
    page.goto(f"/d/ringkasan{period}")
    found = SHEETS.search(page.pdf(prefer_css_page_size=True))

    assert found
    assert (found[1] or found[2]) == b"1"
