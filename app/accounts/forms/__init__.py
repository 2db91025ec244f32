"""What is typed about accounts, and what can be said of it without asking the database."""
