"""A first register from a file: reading, judging, showing. Nothing here writes."""
