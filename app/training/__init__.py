"""Training events of the dinas: announced, registered for, and who came."""
