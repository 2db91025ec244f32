"""The rules as the phone gets them: plain JSON, everything reckoned out that can be. Pure."""
