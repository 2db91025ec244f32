"""What a phone holds of the library: one page with the announcements and the nearest guides."""

from flask import url_for
from flask_babel import gettext as _

from app.offline.pack import Pack


def pack_information(pack: Pack) -> None:
    if pack.reader.cooperative_id is not None:
        pack.add(_("Announcements and guides"), url_for("library.own"))
