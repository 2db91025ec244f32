"""A treasurer on the page of attachments: choosing photos, watching what becomes of them."""

import io
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from app.evidence.models import Attachment, PromisedFile
from app.evidence.storage import store
from app.shared.database import db
from tests.support import phone, stored
from tests.support.chromium import PATIENCE, Opened
from tests.support.live import Live
from tests.support.treasurer import open_report

BALANCE = "signed_balance_sheet"
POSITION = 0x8825
"""Where EXIF says where a photo was taken."""


def photo(seed: int = 1, size: tuple[int, int] = (2600, 1950)) -> bytes:
    """A large photo full of detail, as a camera makes it: with its place, lying on its side."""
    from PIL import Image

    grain = Image.effect_noise((size[0] // 20, size[1] // 20), 90 + seed).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Kamera Siti"
    exif.get_ifd(POSITION)[1] = "S"
    file = io.BytesIO()
    grain.resize(size).save(file, "JPEG", quality=92, exif=exif)
    return file.getvalue()


def chosen(name: str, content: bytes, media: str = "image/jpeg") -> Any:
    return {"name": name, "mimeType": media, "buffer": content}


@dataclass(frozen=True)
class Attaching:
    """The page of attachments of one report."""

    live: Live
    context: BrowserContext
    page: Page
    report: str

    @property
    def address(self) -> str:
        return f"{self.report}/lampiran"

    def open(self) -> None:
        self.page.goto(self.address)
        expect(self.page.locator(f"#{BALANCE} [type=submit]")).to_be_hidden()

    def choose(self, *files: Any, kind: str = BALANCE) -> None:
        self.page.locator(f"#{kind}-file").set_input_files(list(files))

    def rows(self, state: str = "") -> Locator:
        """Files waiting on this phone, in a state as it is shown."""
        row = self.page.locator("[data-files] > li")
        shown = self.page.locator(f"[data-state={state}]:visible")
        return row.filter(has=shown) if state else row

    def says_waiting(self, count: int) -> None:
        expect(self.rows("waiting")).to_have_count(count, timeout=PATIENCE)

    def until_all_sent(self) -> None:
        phone.until(lambda: not phone.kept(self.page, "files"), self.page)

    def there(self) -> list[Attachment]:
        """What stands at the report on the server, in the order it came."""
        report_id = stored.id_in(self.report)
        with self.live.app.app_context():
            rows = db.session.query(Attachment).filter_by(report_id=report_id, removed_at=None)
            return rows.order_by(Attachment.added_at, Attachment.name).all()

    def content(self, fingerprint: str) -> bytes:
        with self.live.app.app_context():
            return store().get(fingerprint)

    def promised(self) -> list[PromisedFile]:
        report_id = stored.id_in(self.report)
        with self.live.app.app_context():
            return db.session.query(PromisedFile).filter_by(owner_id=report_id).all()


@pytest.fixture
def attaching(live: Live, open_browser: Opened) -> Any:
    context = open_browser(live, live.person("bendahara"))
    page = context.new_page()
    opened = Attaching(live, context, page, open_report(page, "Triwulan"))
    opened.open()
    phone.until_the_worker_stands(page)
    yield opened
    live.server.start()
