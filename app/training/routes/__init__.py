"""/informasi/pelatihan for anyone, /k/pelatihan to register, /d/pelatihan to announce."""

from app.training.routes import desk, lists, registering
from app.training.routes.blueprint import training

blueprints = (training,)

__all__ = ["blueprints", "desk", "lists", "registering"]
