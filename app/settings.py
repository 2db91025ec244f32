"""One frozen set of settings, read from the environment once."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class SettingsError(RuntimeError):
    """A setting is missing or wrong; the message says which and what to do."""


@dataclass(frozen=True)
class Settings:
    """What one deployment decides. Everything has a safe default for one machine."""

    app_env: str = "development"
    database_url: str = ""
    secret_key: str = ""
    redis_url: str = ""
    storage_url: str = ""
    public_url: str = "http://127.0.0.1:8000"
    regency: str = "33.19"
    trusted_proxies: int = 0
    sentry_dsn: str = ""
    instance: Path = field(default=ROOT / "instance")
    translations: Path = field(default=ROOT / "translations")

    @property
    def is_production(self) -> bool:
        return self.app_env == "production"

    @property
    def is_https(self) -> bool:
        return self.public_url.startswith("https://")


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings of this process. Raises SettingsError with one sentence naming the bad one."""
    env = os.environ if environment is None else environment
    instance = Path(env.get("INSTANCE_PATH") or ROOT / "instance")
    settings = Settings(
        app_env=env.get("APP_ENV", "development"),
        database_url=_database_url(env.get("DATABASE_URL", ""), instance),
        secret_key=env.get("SECRET_KEY", ""),
        redis_url=env.get("REDIS_URL", ""),
        storage_url=env.get("STORAGE_URL", "") or (instance / "files").as_uri(),
        public_url=env.get("PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/"),
        regency=env.get("REGENCY", "33.19"),
        trusted_proxies=_whole_number("TRUSTED_PROXIES", env.get("TRUSTED_PROXIES", "0")),
        sentry_dsn=env.get("SENTRY_DSN", ""),
        instance=instance,
    )
    _refuse_unsafe(settings)
    return _with_own_secret(settings)


def _database_url(given: str, instance: Path) -> str:
    if not given:
        return f"sqlite:///{instance / 'e-koperasi.db'}"
    for short in ("postgresql://", "postgres://"):
        if given.startswith(short):
            return given.replace(short, "postgresql+psycopg://", 1)
    if given.startswith(("sqlite:", "postgresql+psycopg:")):
        return given
    raise SettingsError("DATABASE_URL must begin with sqlite:/// or postgresql://.")


def _whole_number(name: str, text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise SettingsError(f"{name} must be a whole number, not {text!r}.")
    return int(text)


def _refuse_unsafe(settings: Settings) -> None:
    if settings.app_env not in ("development", "testing", "production"):
        raise SettingsError("APP_ENV must be development, testing or production.")
    if not settings.is_production:
        return
    if len(settings.secret_key) < 32:  # noqa: PLR2004
        raise SettingsError("SECRET_KEY must be set to at least 32 characters in production.")
    if not settings.is_https:
        raise SettingsError("PUBLIC_URL must begin with https:// in production.")


def _with_own_secret(settings: Settings) -> Settings:
    """Outside production a key is made once and kept beside the database."""
    if settings.secret_key:
        return settings
    path = settings.instance / "secret-key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(secrets.token_hex(32))
        path.chmod(0o600)
    return Settings(**{**settings.__dict__, "secret_key": path.read_text().strip()})
