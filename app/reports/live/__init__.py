"""What a page gives the phone so that it can score and check a draft while it is typed."""
