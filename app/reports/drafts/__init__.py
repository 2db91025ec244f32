"""What a draft is and what it lacks: pure, on plain numbers."""
