"""Files as people send them, good and hostile, all made here; and rows that hold one."""

import io
import zipfile
from typing import Any

from app.evidence.models import Attachment, FiledAttachment
from app.evidence.opening.sheets import BOOK, PLAIN_BOOK, TYPES
from app.evidence.storage import store
from app.shared import clock
from tests.support import factories

HEAD = '<?xml version="1.0"?>'
TYPES_XML = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Override PartName="/xl/workbook.xml" ContentType="{kind}"/></Types>'
)


def image(kind: str = "JPEG", size: tuple[int, int] = (640, 480), mode: str = "RGB", **how: Any):
    """A picture, one half of it darker, so that which way is up can be seen."""
    from PIL import Image

    made = Image.new(mode, size, how.pop("colour", 255))
    if how.pop("halves", False):
        made.paste(0, (0, 0, size[0] // 2, size[1]))
    file = io.BytesIO()
    made.save(file, kind, **how)
    return file.getvalue()


def pdf(pages: int = 1, prepare: Any = None, **encryption: Any) -> bytes:
    """A PDF of blank pages; `prepare(writer)` may put something into it."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(200, 280)
    if prepare:
        prepare(writer)
    if encryption:
        writer.encrypt(**encryption)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def workbook(more: dict[str, bytes] | None = None, kind: str = PLAIN_BOOK) -> bytes:
    """The least that is a workbook, with more parts beside it."""
    return workbook_with_types(HEAD + TYPES_XML.format(kind=kind), more)


def workbook_with_types(types: str, more: dict[str, bytes] | None = None) -> bytes:
    """The same, where what its parts are is said by `types`."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(TYPES, types)
        archive.writestr(BOOK, "<workbook/>")
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return file.getvalue()


def attached(
    report_id: Any, filing: Any = None, content: bytes = b"", **changes: Any
) -> Attachment:
    """A picture at a report; with a filing, one that this version showed."""
    fingerprint = store().put(content or image(colour=factories.next_number() % 255, mode="L"))
    defaults = {
        "regency": "33.19",
        "report_id": report_id,
        "kind": "signed_balance_sheet",
        "name": "Neraca.jpg",
        "format": "JPEG",
        "content_hash": fingerprint,
        "sent_hash": fingerprint,
        "preview_hash": fingerprint,
        "size": 2048,
        "pages": 1,
        "added_by": 1,
        "added_by_name": "Siti Aminah",
        "added_at": clock.now(),
    }
    row = factories.save(Attachment(**{**defaults, **changes}))
    if filing:
        factories.save(FiledAttachment(filing_id=filing.id, attachment_id=row.id))
    return row
