"""Whether this process was asked to stop; long work asks between two pieces."""

import signal
from collections.abc import Callable
from threading import Event, Thread
from types import FrameType
from typing import BinaryIO

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


def stop_with(stream: BinaryIO) -> None:
    """Stop when a stream ends, which is when whoever holds its other end is gone."""

    def listen() -> None:
        while stream.read(1):
            pass
        stop()

    Thread(target=listen, daemon=True).start()


def when_stopping(then: Callable[[], None]) -> None:
    """Do something as soon as the process is asked to stop."""

    def wait() -> None:
        _stopping.wait()
        then()

    Thread(target=wait, daemon=True).start()
