"""What a program that reads a stranger's file may use, and how it holds itself to it.

Linux enforces all of it. macOS does not count a process's address space, and Windows has neither
limit here: there only the clock of whoever asked ends the program.
"""

import ctypes
import re
import signal
import sys
from pathlib import Path

from msgspec import Struct

_DIE_WITH_PARENT = 1
_OWN_PEAK = re.compile(r"^VmHWM:\s*(\d+) kB", re.MULTILINE)


class Limits(Struct, frozen=True, kw_only=True):
    """What one program may use.

    Attributes:
        memory: bytes of address space.
        cpu_seconds: of the processor, for each file.
        seconds: by the clock, for each file: a program that waits uses no processor.
    """

    memory: int
    cpu_seconds: int
    seconds: float


def hold_memory(most: int) -> None:
    """Let this process have no more memory than that, and end with the one that began it."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415

    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ValueError, OSError):
        # Some systems do not let a process limit what it has already reserved.
        return
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)


def hold_time(cpu_seconds: int) -> None:
    """Give the next file its own share of the processor."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415

    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    until = int(used.ru_utime + used.ru_stime) + cpu_seconds
    resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


def peak_memory() -> int:
    """Return the most memory that this process ever held, in bytes; 0 where nobody counts."""
    if sys.platform == "linux":
        # What getrusage says of a process begins with what the one held that began it.
        return int(_OWN_PEAK.findall(Path("/proc/self/status").read_text("ascii"))[0]) << 10
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak << 10
