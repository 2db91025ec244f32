"""Writing complaints: sent by whoever holds the ticket, answered by the dinas.

The trail of changes says that something came, never what, and of the sender nothing at all.
"""
