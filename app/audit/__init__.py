"""Who did what, in a chain that shows when it was changed."""
