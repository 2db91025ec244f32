"""What the environment may say, and the one sentence it gets back when it is wrong."""

from pathlib import Path

import pytest

from app.settings import SettingsError, read_settings

PRODUCTION = {
    "APP_ENV": "production",
    "SECRET_KEY": "s" * 32,
    "PUBLIC_URL": "https://koperasi.example.go.id/",
}


def test_a_fresh_machine_needs_to_set_nothing(tmp_path: Path) -> None:
    settings = read_settings({"INSTANCE_PATH": str(tmp_path)})
    assert settings.database_url == f"sqlite:///{tmp_path}/e-koperasi.db"
    assert settings.public_url == "http://127.0.0.1:8000"
    assert (settings.regency, settings.host, settings.port) == ("33.19", "127.0.0.1", 8000)


def test_the_secret_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    first = read_settings({"INSTANCE_PATH": str(tmp_path)}).secret_key
    again = read_settings({"INSTANCE_PATH": str(tmp_path)}).secret_key
    assert first == again
    assert len(first) >= 32
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_links_begin_with_the_port_people_reach() -> None:
    settings = read_settings({"PORT": "8123", "SECRET_KEY": "s"})
    assert settings.public_url == "http://127.0.0.1:8123"


def test_a_production_deployment_with_all_it_needs_starts() -> None:
    settings = read_settings(PRODUCTION)
    assert settings.is_production
    assert settings.public_url == "https://koperasi.example.go.id"


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"PUBLIC_URL": "http://koperasi.example.go.id"}, "PUBLIC_URL"),
        ({"PUBLIC_URL": "koperasi.example.go.id"}, "PUBLIC_URL"),
        ({"APP_ENV": "prod"}, "APP_ENV"),
        ({"DATABASE_URL": "mysql://localhost/x"}, "DATABASE_URL"),
        ({"TRUSTED_PROXIES": "yes"}, "TRUSTED_PROXIES"),
        ({"PORT": "70000"}, "PORT"),
        ({"REGENCY": "Kudus"}, "REGENCY"),
        ({"RESCUE_KEY": "a word somebody made up"}, "RESCUE_KEY"),
        ({"VAPID_SUBJECT": "dinas@example.go.id"}, "VAPID_SUBJECT"),
    ],
)
def test_a_wrong_setting_stops_the_start_by_name(changed: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        read_settings({**PRODUCTION, **changed})


def test_secrets_do_not_show_when_settings_are_printed() -> None:
    settings = read_settings({**PRODUCTION, "BACKUP_KEY": "backup-secret"})
    assert "backup-secret" not in repr(settings)
    assert "s" * 32 not in repr(settings)


@pytest.mark.parametrize("given", ["postgres://db/k", "postgresql://db/k"])
def test_a_postgresql_address_is_understood_in_its_usual_spellings(given: str) -> None:
    settings = read_settings({**PRODUCTION, "DATABASE_URL": given})
    assert settings.database_url == "postgresql+psycopg://db/k"
