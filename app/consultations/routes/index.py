"""The list of a cooperative's consultations."""

from flask import Response, request
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.consultations import queries
from app.consultations.naming import FOUND_AS
from app.consultations.routes.blueprint import consultations
from app.consultations.words import sign
from app.cooperatives.queries import cooperative_for
from app.search.documents import Audience
from app.search.queries import Found, find
from app.shared.keeping import kept_offline
from app.shared.web.pages import searched_words
from app.shared.web.rendering import render


@consultations.get("/k/konsultasi")
@needs(Permission.ASK_CONSULTATIONS)
@kept_offline
def index() -> Response:
    page, threads = queries.page_of_threads(current_user)
    words = searched_words(request.args)
    own = cooperative_for(current_user, current_user.cooperative_id)
    return render(
        "consultations/index.html",
        fragment="consultations/_list.html",
        page=page,
        threads=threads,
        words=words,
        found=_found(words) if words else None,
        sign=sign,
        targets=queries.targets_of(own.regency),
    )


def _found(words: str) -> Found:
    """Threads this officer may read; the dinas searches on its own list."""
    own = Audience("", current_user.cooperative_id, current_user.user_id)
    return find(words, own, (FOUND_AS,))
