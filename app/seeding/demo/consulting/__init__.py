"""Consultations of the demonstration: what cooperatives asked, and how far the dinas is with it."""
