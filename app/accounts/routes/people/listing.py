"""The list of people, and one person."""

from flask import Response, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import remit
from app.accounts.access import needs
from app.accounts.queries import people as people_queries
from app.accounts.queries.codes import waiting_code
from app.accounts.queries.people import Wanted
from app.accounts.queries.places import cooperative_place
from app.accounts.queries.posts import HeldPost, posts_by_person
from app.accounts.roles import Permission, Role
from app.accounts.routes.blueprint import accounts
from app.accounts.routes.people.subject import subject_of
from app.accounts.words import role_name
from app.regions.queries import area_name, district_name
from app.shared.web.pages import address_with, requested_page, searched_words
from app.shared.web.rendering import render


@accounts.get("/d/pengguna")
@needs(Permission.MANAGE_PEOPLE)
def people() -> Response:
    wanted = _wanted()
    page = requested_page(people_queries.how_many(current_user, wanted))
    users = people_queries.people_for(current_user, wanted, page)
    posts = posts_by_person([user.id for user in users])
    return render(
        "accounts/people/index.html",
        fragment="accounts/people/_list.html",
        wanted=wanted,
        page=page,
        people=[(user, _shown(posts[user.id])) for user in users],
        roles=[("", _("All roles")), *((str(each), role_name(each)) for each in _roles())],
        states=_states(),
        chosen=_chosen(wanted),
        role_name=role_name,
    )


@accounts.get("/d/pengguna/<int:user_id>")
@needs(Permission.MANAGE_PEOPLE)
def person(user_id: int) -> Response:
    return render(
        "accounts/people/show.html",
        subject=subject_of(user_id),
        code=waiting_code(user_id),
        role_name=role_name,
        district_name=district_name,
        area_name=area_name,
        takes_districts=lambda post: post.role is Role.INSPECTOR,
    )


def _wanted() -> Wanted:
    asked = request.args
    role = asked.get("peran", "")
    state = asked.get("keadaan", "")
    return Wanted(
        words=searched_words(asked),
        role=Role(role) if role in set(Role) else None,
        cooperative_id=asked.get("koperasi", type=int),
        state=state if state in dict(_states()) else "",
    )


def _states() -> list[tuple[str, str]]:
    return [("", _("All")), ("baru", _("Not activated yet")), ("ditutup", _("Account closed"))]


def _roles() -> tuple[Role, ...]:
    return tuple(Role) if remit.appoints_agency(current_user) else remit.BOARD_ROLES


def _shown(posts: list[HeldPost]) -> list[HeldPost]:
    """Posts held now that lie in the reader's remit."""
    return [
        post
        for post in posts
        if not post.is_over and remit.may_assign(current_user, post.role, post.code)
    ]


def _chosen(wanted: Wanted) -> list[tuple[str, str]]:
    """Filters that are set, each with the address without it."""
    chips = []
    if wanted.role:
        chips.append((role_name(wanted.role), address_with(peran=None)))
    if wanted.cooperative_id:
        place = cooperative_place(current_user, wanted.cooperative_id)
        chips.append((place.name, address_with(koperasi=None)))
    if wanted.state:
        chips.append((dict(_states())[wanted.state], address_with(keadaan=None)))
    return chips


def page_of(user_id: int) -> str:
    """Where one goes back to after changing a person."""
    return url_for("accounts.person", user_id=user_id)
