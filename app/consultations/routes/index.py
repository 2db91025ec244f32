"""The list of a cooperative's consultations."""

from flask import Response
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.consultations import queries, words
from app.consultations.routes.blueprint import consultations
from app.cooperatives.queries import cooperative_for
from app.shared.keeping import kept_offline
from app.shared.web.rendering import render


@consultations.get("/k/konsultasi")
@needs(Permission.ASK_CONSULTATIONS)
@kept_offline
def index() -> Response:
    page, threads = queries.page_of_threads(current_user)
    own = cooperative_for(current_user, current_user.cooperative_id)
    return render(
        "consultations/index.html",
        fragment="consultations/_list.html",
        page=page,
        threads=threads,
        sign=words.sign,
        targets=queries.targets_of(own.regency),
    )
