"""The addresses of the dinas: /d/, its lists, /d/ringkasan, and /p/ for inspectors."""

from app.monitoring.routes import board, inspector, lists, profile, summary
from app.monitoring.routes.blueprint import monitoring

__all__ = ["board", "inspector", "lists", "profile", "summary"]
blueprints = (monitoring,)
