"""Photos and papers that prove a report: adding, removing, showing, coming in pieces."""

from app.reports.routes.attachments import attaching, promising, showing

__all__ = ["attaching", "promising", "showing"]
