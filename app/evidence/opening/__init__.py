"""Opening strangers' files: runs in a process of its own, which holds no secret and may die."""
