"""A scan looked at by a program of its own, which is ended when it takes too much."""

import os
from pathlib import Path

from jiheng.formats.apart.child import Child, Program
from jiheng.formats.apart.limits import Limits
from jiheng.web.scans.seen import HEAD, Look, Seen, is_scan

LOOKING = Program(
    module="jiheng.web.scans.child",
    answer=Seen,
    limits=Limits(memory=2 << 30, cpu_seconds=30, seconds=40),
)


def look_at_apart(path: Path) -> Seen:
    """Return what was seen in a file, also where the program that looked died of it."""
    with path.open("rb") as file:
        if not is_scan(file.read(HEAD)):
            return Seen(refused="refused.kind")
    child = Child(LOOKING)
    try:
        seen = child.ask(Look(path=os.fsencode(path)))
    finally:
        child.end()
    return seen if isinstance(seen, Seen) else Seen(refused="refused.too-much")
