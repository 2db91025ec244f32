"""The dinas looks after people: accounts, roles, codes."""

from app.accounts.routes.people import accounts, codes, listing, newcomers, posts

__all__ = ["accounts", "codes", "listing", "newcomers", "posts"]
