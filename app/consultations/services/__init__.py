"""Writing: asking, replying, closing, rating; every happening goes through the log."""
