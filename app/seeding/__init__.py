"""Data to begin with: a demonstration that looks true, and the areas of a regency."""

from app.seeding.commands import seed

__all__ = ["seed"]
