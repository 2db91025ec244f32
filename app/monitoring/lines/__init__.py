"""Rows of a query as the lines of a list: every text ready, equal cells written once."""
