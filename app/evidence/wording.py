"""Why a file was not taken, and what to do about it."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.evidence.opening.formats import Refusal

SENTENCES: dict[Refusal, LazyString] = {
    Refusal.EMPTY: _l("The file is empty. Choose another file."),
    Refusal.TOO_LARGE: _l(
        "The file has more than 10 MB. Take the photo again or send it page by page."
    ),
    Refusal.UNKNOWN: _l("The file must be PDF, JPG, PNG or Excel (.xlsx)."),
    Refusal.HEIC: _l(
        "HEIC photos cannot be read here. Use the button Take a photo, or set the camera to JPG."
    ),
    Refusal.OLD_OFFICE: _l("This is an old Office file. Save it as .xlsx or PDF, then choose it."),
    Refusal.LOCKED: _l(
        "The file is locked by a password. Take the lock off, then upload it again."
    ),
    Refusal.TOO_MANY_PIXELS: _l("The picture is too large to open. Take the photo again, smaller."),
    Refusal.TOO_MANY_PAGES: _l("The PDF has more than 20 pages. Send it in parts."),
    Refusal.ACTIVE_PDF: _l(
        "The PDF holds a program or another file. Print it to a new PDF, then upload that."
    ),
    Refusal.ACTIVE_SHEET: _l(
        "The Excel file holds macros or other files. Save it as .xlsx without them."
    ),
    Refusal.SWOLLEN: _l("The file becomes far too large when opened. Save it anew, or as PDF."),
    Refusal.DAMAGED: _l("The file is damaged or cut off. Open and save it again, then upload it."),
}


def sentence(why: Refusal) -> str:
    return str(SENTENCES[why])
