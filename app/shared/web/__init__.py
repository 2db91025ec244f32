"""Everything about answering a browser that no feature owns."""
