"""Files that prove a report: accepted by what they hold, kept once by their SHA-256."""
