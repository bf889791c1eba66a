"""The worker: does what the pages put off, beside the server, one worker a data folder.

Where a server began it, it ends with the server, also when that is killed.
"""

# Django can be imported only when its settings are known.
# ruff: noqa: PLC0415

import os
import sys
import time
from pathlib import Path
from typing import BinaryIO

from jiheng.web.stopping import is_stopping, stop, stop_on_signal, when_orphaned, when_stopping

LOCK = "worker.lock"
_INTERVAL = 1.0
_PATIENCE = 0.5


def work(data: Path, *, once: bool = False) -> int:
    """Do tasks until stopped, and return the exit code.

    Args:
        data: the folder whose worker this is.
        once: end when there is nothing left to do.
    """
    stop_on_signal()
    when_orphaned(stop)
    with (data / LOCK).open("ab") as lock:
        if _held(lock):
            _begin_again()
            _work(once=once)
    return 0


def _work(*, once: bool) -> None:
    # Its package has no types for its commands.
    from django_tasks_db.management.commands.db_worker import (  # pyright: ignore[reportMissingTypeStubs]
        Worker,
    )

    worker = Worker(
        queue_names=["default"],
        interval=_INTERVAL,
        batch=once,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=str(os.getpid()),
        excluded_queue_names=[],
    )

    def end() -> None:
        worker.running = False

    when_stopping(end)
    worker.run()


def _begin_again() -> None:
    """Put back what another worker had begun: there is only one, so that one is gone."""
    from django.apps import apps
    from django_tasks import TaskResultStatus

    begun = apps.get_model("django_tasks_database", "DBTaskResult")
    running = begun._default_manager.filter(status=TaskResultStatus.RUNNING)
    running.update(status=TaskResultStatus.READY)


def _held(lock: BinaryIO) -> bool:
    """Wait until no other worker holds the folder; False where this one is stopped before."""
    while not is_stopping():
        if _try_lock(lock):
            return True
        time.sleep(_PATIENCE)
    return False


def _try_lock(lock: BinaryIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def is_at_work(data: Path) -> bool:
    """Whether a worker holds the folder: a server runs there."""
    path = data / LOCK
    if not path.exists():
        return False
    with path.open("ab") as lock:
        return not _try_lock(lock)
