"""Settings from the environment, one application; nothing else."""

from app import create_app

app = create_app()
