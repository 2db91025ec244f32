"""Copies of unsent work that a phone saved as a file, and the dinas brings in."""
