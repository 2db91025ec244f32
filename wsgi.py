"""Settings from the environment, one application; nothing else."""

import gc

gc.disable()  # what is loaded here stays; looking through it is a fifth of the start

from app import create_app  # noqa: E402
from app.settings import SettingsError  # noqa: E402

try:
    app = create_app()
except SettingsError as wrong:
    raise SystemExit(f"e-Koperasi: {wrong}") from None
gc.enable()
