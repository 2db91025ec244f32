"""What changes accounts: signing in and out, codes, people and their posts."""
