"""Who reported what and when, and how healthy it made them look."""
