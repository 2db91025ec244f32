import os
import signal
import socket
import subprocess
import sys
import urllib.request
from itertools import takewhile
from pathlib import Path

import pytest

from app.operations.serving import refuse_taken_port
from app.settings import ROOT, Settings, SettingsError

IS_FULL_PROOF = os.environ.get("PROOF") == "full"


@pytest.fixture
def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def run_in(folder: Path, port: int, *command: str) -> subprocess.Popen[str]:
    env = {**os.environ, "PORT": str(port), "INSTANCE_PATH": str(folder), "DATABASE_URL": ""}
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=env,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def make_small_demo(folder: Path, port: int) -> None:
    """Ten cooperatives instead of the 600 that a first start loads by itself."""
    for words in (("db", "upgrade"), ("seed", "demo", "--cooperatives", "10", "--quarters", "4")):
        done = run_in(folder, port, "flask", "--app", "wsgi", *words)
        said, _ = done.communicate(timeout=120)
        assert done.returncode == 0, said


def test_a_port_in_use_is_said_with_what_to_do() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        taken = listener.getsockname()[1]
        with pytest.raises(SettingsError, match=f"make run PORT={taken + 1}"):
            refuse_taken_port(Settings(port=taken))


def test_a_free_port_is_left_free(free_port: int) -> None:
    refuse_taken_port(Settings(port=free_port))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", free_port))
        assert listener.getsockname()[1] == free_port


@pytest.mark.proof
def test_somebody_starts_it_and_stops_it_with_ctrl_c(free_port: int, tmp_path: Path) -> None:
    if not IS_FULL_PROOF:
        make_small_demo(tmp_path, free_port)
    served = run_in(tmp_path, free_port, "app.operations.serving")
    assert served.stdout is not None
    lines = list(takewhile(lambda line: "Ctrl-C" not in line, served.stdout))
    assert served.poll() is None, "".join(lines)
    with urllib.request.urlopen(f"http://127.0.0.1:{free_port}/masuk") as answer:
        assert answer.status == 200
    served.send_signal(signal.SIGINT)
    rest, _ = served.communicate(timeout=40)
    assert served.returncode == 0, rest
    assert "berhenti" in rest
    with socket.socket() as listener:
        assert listener.connect_ex(("127.0.0.1", free_port)) != 0, "the web still listens"


def test_a_wrong_setting_stops_the_start_with_one_sentence(free_port: int, tmp_path: Path) -> None:
    env = {**os.environ, "PORT": str(free_port), "INSTANCE_PATH": str(tmp_path)}
    served = subprocess.run(
        [sys.executable, "-m", "app.operations.serving"],
        cwd=ROOT,
        env={**env, "APP_ENV": "production", "SECRET_KEY": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert served.returncode == 1
    assert served.stderr.count("\n") == 1
    assert "SECRET_KEY" in served.stderr
