"""Writing reports: each verb in the file of its noun."""
