"""The first page of a cooperative's officers: what to do next, how things stand.

And what their phone holds for when there is no signal.
"""
