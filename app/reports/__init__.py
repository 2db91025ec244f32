"""The financial report: drafted in pieces, checked, sent, received, reviewed."""
