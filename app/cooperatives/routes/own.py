"""What a cooperative's officers see of their own entry in the register."""

from flask import Response
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency.queries import officer_of
from app.cooperatives import queries
from app.cooperatives.routes.blueprint import cooperatives
from app.shared.keeping import kept_offline
from app.shared.web.rendering import render


@cooperatives.get("/k/profil")
@needs(Permission.READ_OWN_COOPERATIVE)
@kept_offline
def own() -> Response:
    cooperative = queries.cooperative_for(current_user, current_user.cooperative_id)
    return render(
        "cooperatives/own.html",
        cooperative=cooperative,
        officers=queries.serving_officers(cooperative.id),
        caretaker=officer_of(cooperative.district),
    )
