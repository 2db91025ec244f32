"""What the dinas promises, and when somebody above is told."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Targets:
    """Working days, counted from the first open minute after the question; working hours."""

    answer_days: int = 2
    finish_days: int = 5
    unanswered_hours: int = 4
    """After so many open hours without an answer the head of the section sees it in the list."""
    step_days: int = 1
    """From the first step of an escalation to the second."""


DEFAULTS = Targets()
