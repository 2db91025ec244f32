"""Background work. The queue only says "now"; what is due stands in rows, so nothing is lost.

Huey is imported where it is used: web processes that queue nothing do not pay for it.
"""

import logging
from typing import TYPE_CHECKING, Any

from flask import Flask

from app.settings import Settings

if TYPE_CHECKING:
    from huey import Huey
    from huey.consumer import Consumer

log = logging.getLogger(__name__)
FINISH_SECONDS = 20


def make_queue(settings: Settings) -> "Huey":
    """The queue of this deployment: Redis, a file of its own, or at once in tests."""
    from huey import MemoryHuey, RedisHuey, SqliteHuey

    if settings.app_env == "testing":
        return MemoryHuey("e-koperasi", immediate=True)
    if settings.redis_url:
        return RedisHuey("e-koperasi", url=settings.redis_url)
    return SqliteHuey("e-koperasi", filename=str(settings.instance / "queue.db"))


def watch_the_clock(queue: "Huey", app: Flask) -> Any:
    """Let the queue tick every minute; the task is returned so that it can be started at once."""
    from huey import crontab

    @queue.periodic_task(crontab(minute="*"), name="every-minute", expires=50)
    def every_minute() -> None:
        with app.app_context():
            look_once()

    return every_minute


def look_once() -> None:
    """One minute's work: a sign of life, then what the clock makes due."""
    from app.operations.services import beat
    from app.operations.tick import Busy, tick, worker_name
    from app.shared import clock
    from app.shared.transactions import write_transaction

    with write_transaction():
        beat(worker_name().split(":")[0])
    try:
        tick(clock.now())
    except Busy:
        log.info("Another worker is ticking")


def make_worker(app: Flask) -> "Consumer":
    """The background worker; SIGTERM lets the task in hand finish."""
    queue = make_queue(app.config["SETTINGS"])
    every_minute = watch_the_clock(queue, app)
    every_minute()
    return queue.create_consumer(
        workers=1,
        scheduler_interval=5,
        graceful_signal="TERM",
        shutdown_timeout=FINISH_SECONDS,
    )
