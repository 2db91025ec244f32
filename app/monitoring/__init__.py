"""The dinas sees: boards, lists, summaries. Reads everything, changes nothing."""
