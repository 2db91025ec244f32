"""Reading about people. Who may see whom is decided in `people`."""

from app.accounts.queries.people import names_of
from app.accounts.queries.posts import people_of_cooperative

__all__ = ["names_of", "people_of_cooperative"]
