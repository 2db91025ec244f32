"""The ways in which a request may fail that are not our fault."""


class RuleBroken(Exception):  # noqa: N818
    """The rules forbid it now; the message is for people and says what to do next."""


class NotTheirs(Exception):  # noqa: N818
    """Not there, or not theirs: both are answered with 404."""
