"""The SQL of the boards and lists: plain columns, counted by the database."""
