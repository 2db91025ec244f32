"""Why a file cannot be opened, and what to do about it."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.rescue.envelope import Fault

SENTENCES: dict[Fault, LazyString] = {
    Fault.EMPTY: _l("Nothing is in this file. Ask for the copy to be saved on the phone again."),
    Fault.LARGE: _l("This file is larger than a copy from a phone ever is. Look whether it is "
                    "the right one."),
    Fault.STRANGE: _l("This is no copy from a phone. Its name begins with e-koperasi-salinan."),
    Fault.OLDER: _l("This copy was saved by another version of e-Koperasi. Ask for the "
                    "application to be opened with a signal, and the copy to be saved again."),
    Fault.OTHER_KEY: _l("This copy was closed for another dinas, or for an older key of yours. "
                        "Ask for it to be saved again after the phone has had a signal."),
    Fault.DAMAGED: _l("This copy is damaged and cannot be opened. Ask for it to be sent again as "
                      "a document, not as a picture or as text."),
}  # fmt: skip


def sentence(fault: Fault) -> str:
    return str(SENTENCES[fault])
