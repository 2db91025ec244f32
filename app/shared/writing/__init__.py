"""What it takes to write: saying so beforehand, waiting for the turn, and once is enough."""

from app.shared.writing.intent import afresh, is_writing, writing, wrote

__all__ = ["afresh", "is_writing", "writing", "wrote"]
