"""The measured figures of docs/performance.md, each beside a yardstick. Never part of the app."""
