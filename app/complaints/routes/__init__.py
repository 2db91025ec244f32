"""Two doors: one for anybody, where nobody is known; one for the dinas, where every look is."""

from app.complaints.routes import desk, public
from app.complaints.routes.blueprint import complaints

__all__ = ["blueprints", "desk", "public"]

blueprints = (complaints,)
