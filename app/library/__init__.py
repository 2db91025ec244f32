"""The library: guides, regulations, answers, forms and announcements, for anyone to read."""
