"""``python -m jiheng.pipeline.proving.apart``: looks into papers, within limits of its own."""

import os
from pathlib import Path

from msgspec import Struct

from jiheng.formats.apart.child import Child, Program
from jiheng.formats.apart.limits import Limits
from jiheng.formats.apart.serving import serve
from jiheng.model.papers import PaperSeen
from jiheng.pipeline.naming import called
from jiheng.pipeline.proving.seen import paper_seen


class LookAt(Struct, frozen=True, kw_only=True):
    """A paper to look into: where it lies, in the system's own bytes, and what it is called."""

    path: bytes
    name: str


LOOKING = Program(
    module="jiheng.pipeline.proving.apart",
    answer=PaperSeen,
    limits=Limits(memory=2 << 30, cpu_seconds=300, seconds=900),
)


def seen_apart(path: Path, name: str, program: Program[PaperSeen] = LOOKING) -> PaperSeen:
    """Return what a program of its own sees of a paper; what it dies of cannot be read.

    Args:
        path: where it lies.
        name: what it is called; its ending says what it is.
        program: with its limits.
    """
    child = Child(program)
    try:
        seen = child.ask(LookAt(path=os.fsencode(path), name=name))
    finally:
        child.end()
    return seen if isinstance(seen, PaperSeen) else PaperSeen(kind="unreadable")


def _look(job: LookAt) -> PaperSeen:
    return paper_seen(Path(os.fsdecode(job.path)), called(job.name))


if __name__ == "__main__":
    serve(_look, LookAt)
