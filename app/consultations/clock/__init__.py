"""How long people wait for the dinas: a pure function of what happened, the calendar, the targets.

Nothing here is ever stored as truth or corrected: whoever wants to know asks again.
"""
