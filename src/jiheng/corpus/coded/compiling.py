"""How long compiling takes where it has not been done before."""

from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from typing import Any


class Compiled:
    """What was compiled meanwhile.

    Attributes:
        seconds: how long it took; 0 where everything was compiled before.
    """

    seconds = 0.0


@contextmanager
def compiling() -> Generator[Compiled]:
    """Watch what is compiled; it counts once the block is left."""
    # optional, and not typed
    event: Any = import_module("numba.core.event")
    found = Compiled()
    with event.install_recorder("numba:compile") as recorder:
        yield found
    # One compilation is within another, and threads compile side by side: the time of all of them
    # together runs from where the first begins to where the last ends.
    depth = 0
    for at, each in recorder.buffer:
        if depth == 0:
            found.seconds -= at
        depth += -1 if each.is_end else 1
        if depth == 0:
            found.seconds += at
