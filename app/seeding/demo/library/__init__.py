"""What the dinas of the demonstration told its cooperatives, and what it is still writing."""
