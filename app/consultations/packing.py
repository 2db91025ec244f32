"""What a phone holds of consultations: the list, the page to ask on, and what is open."""

from flask import url_for
from flask_babel import gettext as _

from app.accounts.roles import Permission
from app.consultations.queries import open_threads
from app.offline.pack import Pack

MOST = 3
"""The latest; what else one opens is kept when it is opened."""


def pack_consultations(pack: Pack) -> None:
    if not pack.reader.can(Permission.ASK_CONSULTATIONS):
        return
    threads = open_threads(pack.reader, MOST)
    pack.add(
        _("Consultations"),
        url_for("consultations.index"),
        url_for("consultations.new"),
        *(url_for("consultations.show", consultation_id=each.id) for each in threads),
    )
