"""Files a phone holds for a report: promised, brought in pieces, whole in the end."""
