"""The register: for the dinas, for the cooperative itself, for anyone."""

from app.cooperatives.routes import (
    editing,
    exporting,
    importing,
    officers,
    own,
    pages,
    public,
    status,
    words,
)
from app.cooperatives.routes.blueprint import anyone, cooperatives

blueprints = (cooperatives, anyone)

__all__ = [
    "blueprints",
    "editing",
    "exporting",
    "importing",
    "officers",
    "own",
    "pages",
    "public",
    "status",
    "words",
]
