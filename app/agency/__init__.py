"""The dinas itself: its name and hours, its report dates, its calendar, its officers."""
