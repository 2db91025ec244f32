"""The addresses of the dinas: /d/, /d/hubungi, its lists, /d/ringkasan, and /p/ for inspectors."""

from app.monitoring.routes import board, calls, inspector, lists, profile, summary
from app.monitoring.routes.blueprint import monitoring

__all__ = ["board", "calls", "inspector", "lists", "profile", "summary"]
blueprints = (monitoring,)
