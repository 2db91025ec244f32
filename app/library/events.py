"""What the library tells the floors above; who listens stands in wiring.py."""

from app.library.models import Article
from app.shared.events import Event

published: Event[Article] = Event("article published, in the transaction that is still open")
withdrawn: Event[Article] = Event("article withdrawn")
