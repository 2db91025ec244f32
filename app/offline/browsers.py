"""Whether a browser is too old to keep anything on the phone, by what it says of itself. Pure."""

import re

OLDEST_CHROME = 106
"""What the scripts are built for; below it every page is a plain one, which still works."""
_CHROME = re.compile(r"\bChrome/(\d+)\.")


def is_old_chrome(user_agent: str) -> bool:
    """Chrome, and windows that are made of it, older than `OLDEST_CHROME`."""
    found = _CHROME.search(user_agent)
    return found is not None and int(found[1]) < OLDEST_CHROME
