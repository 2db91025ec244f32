"""Where to go after signing in: only within this house."""

from urllib.parse import urlsplit

LONGEST = 2000


def own_address(typed: str | None) -> str | None:
    """A path of this site, or None: nobody is sent elsewhere by a crafted link.

    Browsers read a backslash as a slash and drop control characters, so both are refused.
    """
    if not typed or len(typed) > LONGEST or not typed.startswith("/"):
        return None
    if typed.startswith("//") or "\\" in typed or any(ord(sign) < ord(" ") for sign in typed):
        return None
    try:
        parts = urlsplit(typed)
    except ValueError:
        return None
    return None if parts.scheme or parts.netloc else typed
