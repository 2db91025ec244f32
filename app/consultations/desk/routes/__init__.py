"""/d/konsultasi: the queues and threads; /d/atur: who is away and who knows what."""

from app.consultations.desk.routes import (
    answering,
    figures,
    inbox,
    levels,
    moving,
    officers,
    publishing,
    reading,
    ready,
)
from app.consultations.desk.routes.blueprint import desk

blueprints = (desk,)

__all__ = [
    "answering",
    "blueprints",
    "figures",
    "inbox",
    "levels",
    "moving",
    "officers",
    "publishing",
    "reading",
    "ready",
]
