"""f, the practical limit, and e, the upper bound."""
