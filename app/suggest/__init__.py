"""Answers while one writes a question: the file for phones, and what was answered that way."""
