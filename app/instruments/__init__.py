"""The official rules by which the health of a cooperative is scored. Pure."""
