"""What is told by the offline part, for others to add to."""

from app.offline.pack import Pack
from app.shared.events import Event

packing: Event[Pack] = Event("a phone asks what it should hold for when there is no signal")
