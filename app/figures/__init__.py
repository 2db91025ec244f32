"""What a report consists of: its lines, sums, checks and what looks wrong. Pure."""
