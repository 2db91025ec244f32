"""Where somebody is to serve: a cooperative that is looked for, or the dinas."""

from dataclasses import dataclass

from flask import Response, request
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import remit
from app.accounts.forms.posts import PostForm
from app.accounts.queries.places import cooperative_place, find_cooperatives
from app.accounts.reader import REGENCY_CODE
from app.accounts.roles import Role
from app.accounts.services.posts import Placement
from app.regions.queries import districts, village_name
from app.shared.errors import NotTheirs
from app.shared.web.rendering import render

SHORTEST_SEARCH = 3


@dataclass(frozen=True)
class Place:
    """`cooperative_id` is None for the dinas; `query` names the place in an address."""

    name: str
    code: str
    query: tuple[str, str]
    roles: tuple[Role, ...]
    cooperative_id: int | None = None

    @property
    def asks_area(self) -> bool:
        """Whoever serves a province or the nation says for which regency the role is."""
        return self.cooperative_id is None and len(self.code) < REGENCY_CODE

    def prepare(self, form: PostForm) -> None:
        form.offer(self.roles, self._districts())
        form.ask_area(self.code if self.asks_area else None)

    def placement(self, form: PostForm) -> Placement:
        role, typed = form.chosen_role, form.scope.data if form.scope else ""
        return Placement(
            role=role,
            cooperative_id=self.cooperative_id,
            scope=(typed or self.code) if self.cooperative_id is None else "",
            districts=tuple(form.districts.data or ()) if role is Role.INSPECTOR else (),
            starts_on=form.starts_on.data,
        )

    def _districts(self) -> list[tuple[str, str]]:
        if self.cooperative_id is not None or self.asks_area:
            return []
        return [(area.code, area.name) for area in districts(self.code)]


def requested_place() -> Place | None:
    """The place in the address; None when it is not chosen yet. NotTheirs out of reach."""
    cooperative_id = request.values.get("koperasi", type=int)
    if cooperative_id is not None:
        found = cooperative_place(current_user, cooperative_id)
        query = ("koperasi", str(found.id))
        return Place(found.name, found.village, query, remit.BOARD_ROLES, found.id)
    if request.values.get("tempat") != "dinas":
        return None
    if not remit.appoints_agency(current_user):
        raise NotTheirs
    return Place(_("The dinas"), current_user.scope, ("tempat", "dinas"), remit.AGENCY_ROLES)


def ask_place(heading: str, action: str, back: str) -> Response:
    """The page that looks for a cooperative, or offers the dinas."""
    words = " ".join(request.args.get("q", "").split())
    is_long = len(words) >= SHORTEST_SEARCH
    return render(
        "accounts/posts/place.html",
        heading=heading,
        action=action,
        back=back,
        words=words,
        is_long=is_long,
        error=_too_short(words) if "q" in request.args and not is_long else "",
        found=find_cooperatives(current_user, words) if is_long else [],
        may_appoint=remit.appoints_agency(current_user),
        village_name=village_name,
    )


def _too_short(words: str) -> str:
    if words:
        return _("Write at least %(count)s letters.", count=SHORTEST_SEARCH)
    return _("Write the name or the NIK of the cooperative.")
