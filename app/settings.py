"""One frozen set of settings, read from the environment (and .env) once.

What is wrong here is said before there is a catalogue of words, so in Indonesian at once.
"""

import os
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECRET_LENGTH = 32
HIGHEST_PORT = 65535
PUSH_HOSTS = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    "web.push.apple.com",
    "notify.windows.com",
)


class SettingsError(RuntimeError):
    """A setting is missing or wrong; the message says which and what to do."""


@dataclass(frozen=True)
class Settings:
    """What one deployment decides. Everything has a safe default for one machine."""

    app_env: str = "development"
    database_url: str = ""
    secret_key: str = field(default="", repr=False)
    redis_url: str = ""
    storage_url: str = ""
    public_url: str = "http://127.0.0.1:8000"
    regency: str = "33.19"
    trusted_proxies: int = 0
    sentry_dsn: str = ""
    host: str = "127.0.0.1"
    port: int = 8000
    vapid_private_key: str = field(default="", repr=False)
    vapid_subject: str = ""
    push_hosts: tuple[str, ...] = PUSH_HOSTS
    backup_key: str = field(default="", repr=False)
    rescue_key: str = field(default="", repr=False)
    metrics_token: str = field(default="", repr=False)
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
    env = own_environment() if environment is None else environment
    instance = Path(env.get("INSTANCE_PATH") or ROOT / "instance").absolute()
    settings = Settings(
        app_env=env.get("APP_ENV") or "development",
        database_url=_database_url(env.get("DATABASE_URL", ""), instance),
        secret_key=env.get("SECRET_KEY", ""),
        redis_url=env.get("REDIS_URL", ""),
        storage_url=_storage_url(env.get("STORAGE_URL", ""), instance),
        public_url=(env.get("PUBLIC_URL") or f"http://127.0.0.1:{_port(env)}").rstrip("/"),
        regency=env.get("REGENCY") or "33.19",
        trusted_proxies=_whole_number("TRUSTED_PROXIES", env),
        sentry_dsn=env.get("SENTRY_DSN", ""),
        host=env.get("HOST") or "127.0.0.1",
        port=_port(env),
        vapid_private_key=env.get("VAPID_PRIVATE_KEY", ""),
        vapid_subject=env.get("VAPID_SUBJECT", ""),
        push_hosts=tuple(env.get("PUSH_HOSTS", "").replace(",", " ").split()) or PUSH_HOSTS,
        backup_key=env.get("BACKUP_KEY", ""),
        rescue_key=env.get("RESCUE_KEY", ""),
        metrics_token=env.get("METRICS_TOKEN", ""),
        instance=instance,
    )
    _refuse_unsafe(settings)
    return _with_own_secret(settings)


def own_environment() -> dict[str, str]:
    """The environment over what .env says; lines of NAME=VALUE, # begins a remark."""
    path = ROOT / ".env"
    lines = path.read_text().splitlines() if path.exists() else []
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    kept = {name.strip(): value.strip().strip("\"'") for name, value in pairs}
    return kept | os.environ


def _database_url(given: str, instance: Path) -> str:
    if not given:
        return f"sqlite:///{instance / 'e-koperasi.db'}"
    for short in ("postgresql://", "postgres://"):
        if given.startswith(short):
            return given.replace(short, "postgresql+psycopg://", 1)
    if given.startswith(("sqlite:", "postgresql+psycopg:")):
        return given
    raise SettingsError("DATABASE_URL harus diawali sqlite:/// atau postgresql://.")


def _storage_url(given: str, instance: Path) -> str:
    if given and "://" not in given:
        raise SettingsError("STORAGE_URL harus alamat seperti s3://nama-ember atau file:///folder.")
    return given or (instance / "files").as_uri()


def _port(env: Mapping[str, str]) -> int:
    port = _whole_number("PORT", env, default="8000")
    if not 0 < port <= HIGHEST_PORT:
        raise SettingsError(f"PORT harus antara 1 dan {HIGHEST_PORT}, bukan {port}.")
    return port


def _whole_number(name: str, env: Mapping[str, str], default: str = "0") -> int:
    text = env.get(name) or default
    if not text.isascii() or not text.isdigit():
        raise SettingsError(f"{name} harus bilangan bulat, bukan {text!r}.")
    return int(text)


def _refuse_unsafe(settings: Settings) -> None:
    if settings.app_env not in ("development", "testing", "production"):
        raise SettingsError("APP_ENV harus development, testing, atau production.")
    if not re.fullmatch(r"\d\d\.\d\d", settings.regency):
        raise SettingsError("REGENCY harus kode Kemendagri seperti 33.19.")
    if settings.vapid_subject and not settings.vapid_subject.startswith(("mailto:", "https://")):
        raise SettingsError("VAPID_SUBJECT harus diawali mailto: atau https://.")
    if not settings.public_url.startswith(("http://", "https://")):
        raise SettingsError("PUBLIC_URL harus diawali https:// (atau http:// untuk mencoba).")
    if settings.is_production:
        _refuse_unsafe_production(settings)


def _refuse_unsafe_production(settings: Settings) -> None:
    if settings.rescue_key and "PRIVATE KEY-----" not in settings.rescue_key:
        raise SettingsError("RESCUE_KEY harus kunci privat PEM (P-256); caranya di .env.example.")
    if len(settings.secret_key) < SECRET_LENGTH:
        raise SettingsError(f"SECRET_KEY harus berisi paling sedikit {SECRET_LENGTH} huruf acak.")
    if not settings.is_https:
        raise SettingsError("PUBLIC_URL harus diawali https:// pada APP_ENV=production.")


def _with_own_secret(settings: Settings) -> Settings:
    """Outside production a key is made once and kept beside the database."""
    if settings.secret_key:
        return settings
    path = settings.instance / "secret-key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        own = path.with_name(f"secret-key-{os.getpid()}")
        own.touch(mode=0o600)
        own.write_text(secrets.token_hex(SECRET_LENGTH))
        with suppress(FileExistsError):  # the web and the worker may start at the same moment
            path.hardlink_to(own)
        own.unlink()
    return replace(settings, secret_key=path.read_text().strip())
