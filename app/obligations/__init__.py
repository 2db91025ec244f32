"""Who owes what by when: a stored fact, made ahead."""
