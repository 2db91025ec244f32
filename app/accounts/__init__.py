"""Who is here, what may they do, and for whom do they do it."""
