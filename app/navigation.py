"""The menu as data: label, endpoint, permission. Endpoints that do not exist yet are left out."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from flask import current_app, request, url_for
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from app.accounts.roles import Permission as P

KEPT = "menus by role"
LEAST_IN_BAR, MOST_IN_BAR = 3, 4


@dataclass(frozen=True)
class Entry:
    """`phone` entries stand in the bottom bar; the others under "Lainnya"."""

    label: str
    icon: str
    endpoint: str
    permission: P
    phone: bool = False
    match: str | tuple[str, ...] = ""


@dataclass(frozen=True)
class Item:
    label: str
    icon: str
    url: str
    current: bool
    phone: bool


@dataclass(frozen=True)
class Group:
    label: str
    items: tuple[Item, ...]


COOPERATIVE_MENU = (
    (
        "",
        (
            Entry(_l("Home"), "home", "home.officer", P.READ_OWN_COOPERATIVE, phone=True),
            Entry(
                _l("Reports"), "report", "reports.index", P.READ_OWN_COOPERATIVE, phone=True,
                match="/k/laporan",
            ),
            Entry(
                _l("Consultations"), "consult", "consultations.index", P.ASK_CONSULTATIONS,
                phone=True, match="/k/konsultasi",
            ),
            Entry(
                _l("Health"), "chart", "health.own", P.READ_OWN_COOPERATIVE,
                match="/k/kesehatan",
            ),
            Entry(
                _l("Profile"), "office", "cooperatives.own", P.READ_OWN_COOPERATIVE,
                match="/k/profil",
            ),
            Entry(_l("Information"), "info", "library.own", P.READ_OWN_COOPERATIVE,
                  match=("/k/informasi", "/k/pelatihan")),
            Entry(_l("Account"), "person", "accounts.account", P.USE_OWN_ACCOUNT, match="/akun"),
        ),
    ),
)  # fmt: skip
AGENCY_MENU = (
    (
        _l("Watch"),
        (
            Entry(_l("Summary"), "chart", "monitoring.summary", P.READ_AGGREGATES, phone=True,
                  match="/d/ringkasan"),
            Entry(_l("Consultations"), "consult", "desk.index", P.READ_CONSULTATIONS, phone=True,
                  match="/d/konsultasi"),
            Entry(_l("My visits"), "visit", "monitoring.inspector", P.INSPECT, phone=True,
                  match="/p/"),
            Entry(_l("Action needed"), "flag", "monitoring.board", P.READ_BOARD, phone=True),
            Entry(_l("Cooperatives"), "office", "monitoring.cooperatives", P.READ_COOPERATIVES,
                  phone=True, match="/d/koperasi"),
            Entry(_l("Reports"), "report", "monitoring.reports", P.READ_REPORTS, phone=True,
                  match=("/d/laporan", "/k/laporan")),
        ),
    ),
    (
        _l("Serve"),
        (
            Entry(_l("Library"), "help", "library.listing", P.READ_LIBRARY,
                  match=("/d/informasi", "/d/pelatihan")),
            Entry(_l("Complaints"), "eye", "complaints.index", P.ANSWER_COMPLAINTS,
                  match="/d/pengaduan"),
        ),
    ),
    (
        _l("Set up"),
        (
            Entry(_l("Accounts and codes"), "key", "accounts.people", P.MANAGE_PEOPLE,
                  match="/d/pengguna"),
            Entry(_l("Copies from phones"), "phone", "rescue.start", P.IMPORT_COPIES,
                  match="/d/salinan"),
            Entry(_l("Settings"), "gear", "agency.settings", P.MANAGE_SETTINGS, match="/d/atur"),
            Entry(_l("Audit trail"), "history", "audit.index", P.READ_AUDIT, match="/d/jejak"),
            Entry(_l("Account"), "person", "accounts.account", P.USE_OWN_ACCOUNT, match="/akun"),
        ),
    ),
)  # fmt: skip


def navigation() -> tuple[Group, ...]:
    """The menu of whoever is signed in; empty for strangers."""
    if not current_user.is_authenticated or current_user.post is None:
        return ()
    kept = current_app.extensions.setdefault(KEPT, {})
    key = (current_user.post.role, request.script_root)
    if key not in kept:
        kept[key] = _menu_of_role()
    path = request.path
    return tuple(
        Group(label, tuple(_item(entry, words, url, path) for entry, words, url in entries))
        for label, entries in kept[key]
    )


def _menu_of_role() -> list[tuple[str, list[tuple[Entry, str, str]]]]:
    """What this role may open, with its addresses: the same for every request."""
    menu = COOPERATIVE_MENU if current_user.is_officer else AGENCY_MENU
    groups = _filling_the_bar(
        [(str(label), [entry for entry in entries if _is_shown(entry)]) for label, entries in menu]
    )
    return [
        (label, [(entry, str(entry.label), url_for(entry.endpoint)) for entry in entries])
        for label, entries in groups
        if entries
    ]


def _filling_the_bar(groups: list[tuple[str, list[Entry]]]) -> list[tuple[str, list[Entry]]]:
    """Three or four pages in the bar: own work does not hide, and words have room at 360 px."""
    flat = [entry for _label, entries in groups for entry in entries]
    bar = [entry for entry in flat if entry.phone][-MOST_IN_BAR:]
    bar += [entry for entry in flat if not entry.phone][: max(0, LEAST_IN_BAR - len(bar))]
    return [
        (label, [replace(entry, phone=entry in bar) for entry in entries])
        for label, entries in groups
    ]


def _is_shown(entry: Entry) -> bool:
    return entry.endpoint in current_app.view_functions and current_user.can(entry.permission)


def _item(entry: Entry, words: str, url: str, path: str) -> Item:
    here = path.startswith(entry.match) if entry.match else path == url
    return Item(words, entry.icon, url, here, entry.phone)


def home_url() -> str:
    """Each role's true first page."""
    for allowed, endpoint in FIRST_PAGES:
        if allowed() and endpoint in current_app.view_functions:
            return url_for(endpoint)
    return url_for("accounts.account")


FIRST_PAGES: tuple[tuple[Callable[[], bool], str], ...] = (
    (lambda: current_user.post is None, "accounts.choose_post"),
    (lambda: current_user.is_officer, "home.officer"),
    (lambda: current_user.can(P.INSPECT), "monitoring.inspector"),
    (lambda: current_user.can(P.REVIEW_REPORTS), "monitoring.board"),
    (lambda: current_user.can(P.READ_AGGREGATES), "monitoring.summary"),
    (lambda: current_user.can(P.MANAGE_PEOPLE), "accounts.people"),
)
