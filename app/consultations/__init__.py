"""Questions of cooperatives to the dinas: one topic, one numbered thread, answered in time."""
