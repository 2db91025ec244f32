"""What the register's changes do to obligations; wired in wiring.py."""

from collections.abc import Sequence

from flask_babel import gettext as _

from app.cooperatives.events import Changed
from app.cooperatives.models import Cooperative
from app.obligations import services


def owe_from_the_start(registered: Sequence[Cooperative]) -> None:
    """Whoever enters the register has its obligations at once."""
    services.make_for(list(registered))


def follow_register(changed: Changed) -> None:
    """Dissolution and merger end what is not filed; a new book year, start or village moves it."""
    cooperative = changed.cooperative
    if changed.has_ended:
        reason = changed.reason or _("The cooperative owes no reports any more.")
        services.end_after(cooperative, changed.since, reason)
    elif changed.has_revived:
        services.revive(cooperative)
    if changed.has_moved_book_year:
        services.move_book_year(cooperative)
    if "first_period_end" in changed.new:
        services.move_start(cooperative)
    if "district" in changed.new:
        services.move_district(cooperative)
