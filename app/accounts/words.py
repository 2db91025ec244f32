"""Roles and permissions in words for people."""

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.accounts.reader import Post
from app.accounts.roles import COOPERATIVE_ROLES, Role

ROLE_NAMES: dict[Role, LazyString] = {
    Role.TREASURER: _l("Treasurer"),
    Role.SECRETARY: _l("Secretary"),
    Role.CHAIR: _l("Chair"),
    Role.MANAGER: _l("Manager"),
    Role.SUPERVISORY_BOARD: _l("Supervisory board"),
    Role.DESK: _l("Desk officer"),
    Role.INSPECTOR: _l("Field inspector"),
    Role.DIVISION_HEAD: _l("Head of division"),
    Role.AGENCY_HEAD: _l("Head of the dinas"),
    Role.OBSERVER: _l("Observer"),
    Role.AUDITOR: _l("Auditor"),
    Role.ADMINISTRATOR: _l("Administrator"),
}


def role_name(role: Role | str) -> str:
    """Bendahara, Petugas meja, …"""
    return str(ROLE_NAMES[Role(role)])


def post_name(post: Post) -> str:
    """Bendahara, KSP Sumber Rejeki; of the dinas only the role."""
    if post.role in COOPERATIVE_ROLES:
        return _("%(role)s of %(cooperative)s", role=role_name(post.role),
                 cooperative=post.cooperative_name)  # fmt: skip
    return role_name(post.role)
