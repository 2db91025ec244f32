"""Addresses of the cooperative's side."""

from app.consultations.routes import asking, files, index, thread
from app.consultations.routes.blueprint import consultations

__all__ = ["asking", "files", "index", "thread"]
blueprints = (consultations,)
