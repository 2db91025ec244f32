"""Working without a signal: what the browser installs, keeps and asks before it sends."""
