"""What changes accounts: signing in and out, codes, people and their posts."""

from app.accounts.services.people import NewPerson, create_person
from app.accounts.services.posts import Placement

__all__ = ["NewPerson", "Placement", "create_person"]
