"""Writing the library: drafts, what is published of them, what was read."""
