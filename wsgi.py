"""Settings from the environment, one application; nothing else."""

from app import create_app
from app.settings import SettingsError

try:
    app = create_app()
except SettingsError as wrong:
    raise SystemExit(f"e-Koperasi: {wrong}") from None
