"""Finding what was written: one interface over both databases, and it knows no feature.

Whoever wants something found puts a Document here; whoever looks says as an Audience what they
may find. What words mean to each other is decided in `words`, which asks nothing of anybody.
"""
