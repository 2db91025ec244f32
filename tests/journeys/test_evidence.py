"""Photos chosen on a phone come to the report whatever happens: small, once, and nothing is lost."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.support import files, phone
from tests.support.chromium import PATIENCE
from tests.support.evidence import BALANCE, Attaching, chosen, photo

pytestmark = pytest.mark.browser

MOST_BYTES = 300 * 1024
PDF = "application/pdf"


def sent_sizes(attaching: Attaching) -> list[int]:
    """How large each waiting file is that this phone would send."""
    return [each["size"] for each in phone.kept(attaching.page, "files")]


def test_photos_chosen_without_a_signal_outlive_the_page_and_come_small(
    attaching: Attaching,
) -> None:
    attaching.live.server.stop()
    attaching.choose(chosen("neraca 1.jpg", photo(1)), chosen("neraca 2.jpg", photo(2)))
    attaching.says_waiting(2)
    assert all(0 < size <= MOST_BYTES for size in sent_sizes(attaching))
    attaching.page.reload()
    attaching.says_waiting(2)
    assert attaching.there() == []

    attaching.live.server.start()
    attaching.page.reload()
    attaching.until_all_sent()
    first, second = attaching.there()
    assert (first.name, second.name) == ("neraca 1.jpg", "neraca 2.jpg")
    kept = Image.open(io.BytesIO(attaching.content(first.content_hash)))
    assert (max(kept.size), kept.size[0] < kept.size[1]) == (1600, True)
    assert not kept.getexif()
    assert phone.kept(attaching.page, "bytes") == []
