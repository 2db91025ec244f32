"""What people type to say who they are, read generously. Pure."""
