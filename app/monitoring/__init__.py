"""What the dinas sees: boards, lists, one cooperative's page. Reads everything, changes nothing."""
