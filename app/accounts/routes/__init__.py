"""Addresses of accounts."""

from app.accounts.routes import activation, own, people, signing
from app.accounts.routes.blueprint import accounts
from app.accounts.routes.trail import audit

__all__ = ["activation", "blueprints", "own", "people", "signing"]

blueprints = (accounts, audit)
