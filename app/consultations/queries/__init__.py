"""Reading: every list starts from what the reader may see."""

from app.consultations.queries.visibility import consultation_for, visible_to, within

__all__ = ["consultation_for", "visible_to", "within"]
