"""Photos and papers that prove a report: adding, removing, showing."""

from app.reports.routes.attachments import attaching, showing

__all__ = ["attaching", "showing"]
