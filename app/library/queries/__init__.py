"""Reading the library: what anybody sees, what the dinas works on, what a cooperative is told."""
