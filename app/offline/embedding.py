"""Whether the page was opened inside another application, as links in chats are. Pure.

Such a window keeps nothing for long, cannot be put on the screen, and forgets who signed in.
"""

ANDROID = "; wv)"
IN_APPLE = ("FBAN", "FBAV", "Instagram", " Line/", "WhatsApp")
CHROME = "com.android.chrome"


def is_embedded(user_agent: str) -> bool:
    return ANDROID in user_agent or any(mark in user_agent for mark in IN_APPLE)


def to_chrome(user_agent: str, host: str, path: str, scheme: str) -> str:
    """A link that leaves the window for Chrome; empty where there is none, as on an iPhone."""
    if ANDROID not in user_agent:
        return ""
    return f"intent://{host}{path}#Intent;scheme={scheme};package={CHROME};end"
