"""How the web processes run; `gunicorn wsgi:app` reads this by itself.

WEB_CONCURRENCY (processes) and WEB_THREADS (threads of each) are the only knobs.
"""

import gc
import os
import shutil
from pathlib import Path
from typing import Any

from app.settings import SettingsError, own_environment, read_settings

try:
    _settings = read_settings()
except SettingsError as wrong:
    raise SystemExit(f"e-Koperasi: {wrong}") from None

_environment = own_environment()
bind = f"{_settings.host}:{_settings.port}"
workers = int(_environment.get("WEB_CONCURRENCY") or 2)
threads = int(_environment.get("WEB_THREADS") or 4)
worker_class = "gthread"
preload_app = True  # the processes share what the application takes in memory
timeout = 60
graceful_timeout = 20
keepalive = 5
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
control_socket_disable = True
loglevel = "warning"

_counts = _settings.instance / "metrics"
shutil.rmtree(_counts, ignore_errors=True)
_counts.mkdir(parents=True, exist_ok=True)
os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(_counts)


def when_ready(_server: Any) -> None:
    """What was loaded stays for good: the collector need not touch, and so copy, its pages."""
    gc.collect()
    gc.freeze()


def post_fork(server: Any, _worker: Any) -> None:
    """A connection belongs to one process."""
    from app.shared.database import db

    with server.app.wsgi().app_context():
        db.engine.dispose(close=False)


def child_exit(_server: Any, worker: Any) -> None:
    """Fold the counts of a process that ended."""
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(worker.pid)
