"""Keeping it running: alive, ready, what the clock makes due, is anything wrong."""
