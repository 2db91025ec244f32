from datetime import timedelta

import pytest

from app.cooperatives.models import Cooperative
from app.operations import commands
from app.operations.services import take_lease
from app.operations.tick import LEASE
from app.shared.transactions import write_transaction
from tests.support.commands import Commands


@pytest.mark.usefixtures("migrated", "living_worker")
def test_a_healthy_deployment_hears_good_from_the_doctor(command: Commands) -> None:
    result = command("doctor")
    lines = result.output.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "[baik] Pengaturan",
        "[baik] Basis data",
        "[baik] Susunan tabel",
        "[baik] Ruang simpan",
        "[baik] Lampiran",
        "[baik] Jam",
        "[perhatikan] Kunci pemberitahuan",
        "[perhatikan] Kunci salinan dari HP",
        "[baik] Pekerja latar",
    ]
    assert result.exit_code == 0


@pytest.mark.usefixtures("migrated")
def test_the_doctor_names_a_worker_that_never_ran(command: Commands) -> None:
    result = command("doctor")
    assert "[buruk] Pekerja latar: belum pernah terlihat" in result.output
    assert result.exit_code == 1


@pytest.mark.usefixtures("left_behind", "living_worker")
def test_the_doctor_names_tables_that_were_not_migrated(command: Commands) -> None:
    result = command("doctor")
    assert "[buruk] Susunan tabel" in result.output
    assert result.exit_code == 1


def test_an_operator_ticks_at_a_named_moment_twice_to_the_same_end(
    command: Commands, cooperative: Cooperative
) -> None:
    del cooperative
    first = command("tick", "--now", "2026-07-01T08:00:00+07:00")
    again = command("tick", "--now", "2026-07-01T08:00:00+07:00")
    assert first.exit_code == again.exit_code == 0
    assert "Kewajiban baru: 0" not in first.output
    assert again.output.splitlines() == [
        "Kewajiban baru: 0",
        "Pertanyaan dinaikkan atau dialihkan: 0",
        "Konsultasi diingatkan atau ditutup: 0",
        "Jawaban lama untuk HP dihapus: 0",
        "Berkas susulan yang tidak pernah datang dihapus: 0",
    ]


def test_a_moment_without_a_zone_is_read_as_kudus_time() -> None:
    with_zone = commands.read_moment("2026-07-01T08:00:00+07:00")
    assert commands.read_moment("2026-07-01T08:00:00") == with_zone


def test_a_moment_that_is_none_is_refused(command: Commands) -> None:
    result = command("tick", "--now", "besok")
    assert result.exit_code == 2
    assert "2026-07-01T08:00:00+07:00" in result.output


def test_ticking_by_hand_gives_up_when_another_ticks_for_too_long(
    command: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "TRIES", 1)
    monkeypatch.setattr(commands, "WAIT_SECONDS", 0)
    with write_transaction():
        take_lease(LEASE, "another:1", timedelta(minutes=1))
    result = command("tick")
    assert result.exit_code == 1
    assert "Coba lagi nanti" in result.output
