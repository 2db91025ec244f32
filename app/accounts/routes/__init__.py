"""Addresses of accounts."""

from app.accounts.routes import activation, own, signing
from app.accounts.routes.blueprint import accounts

__all__ = ["activation", "blueprints", "own", "signing"]

blueprints = (accounts,)
