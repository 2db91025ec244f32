"""Administrative areas by their Kemendagri codes."""
