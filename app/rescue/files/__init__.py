"""Files for a report that waited on a phone and came in a copy."""
