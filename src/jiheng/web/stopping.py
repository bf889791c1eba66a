"""Whether this process was asked to stop; long work asks between two pieces."""

import os
import signal
import sys
import time
from collections.abc import Callable
from threading import Event, Thread
from types import FrameType

SERVER = "JIHENG_SERVER_PID"
"""Names the server to the processes that it begins."""
_PAUSE = 0.5
_SYNCHRONIZE, _FOREVER = 0x00100000, 0xFFFFFFFF

_stopping = Event()


def is_stopping() -> bool:
    """Whether the work should come to an end, in order."""
    return _stopping.is_set()


def stop() -> None:
    """Let whatever runs finish the piece that it is at."""
    _stopping.set()


def stop_on_signal() -> None:
    """Stop when somebody presses Ctrl+C, or the system ends the process."""

    def heard(number: int, frame: FrameType | None) -> None:
        del number, frame
        stop()

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, heard)


def when_orphaned(then: Callable[[], None]) -> None:
    """Do something when the server that began this process is gone, however it went.

    A pipe would not tell: every process that the server forks holds its ends too.
    """
    server = os.environ.get(SERVER)
    if server is not None:

        def wait() -> None:
            _outlive(int(server))
            then()

        Thread(target=wait, daemon=True).start()


def _outlive(pid: int) -> None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        kernel = ctypes.windll.kernel32
        kernel.WaitForSingleObject(kernel.OpenProcess(_SYNCHRONIZE, False, pid), _FOREVER)
    else:
        while os.getppid() == pid:
            time.sleep(_PAUSE)


def when_stopping(then: Callable[[], None]) -> None:
    """Do something as soon as the process is asked to stop."""

    def wait() -> None:
        _stopping.wait()
        then()

    Thread(target=wait, daemon=True).start()
