"""One file of the folder, and what has to come of it."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

Laid = Callable[[Path], object]
"""Lays the file at a path."""


class Subject(Struct, frozen=True, kw_only=True):
    """A file.

    Attributes:
        name: its folders and name.
        lay: makes it.
        projects: the projects of the forms that are read from it, none where it is refused.
        why: what the reason of its refusal says; "" where it is read.
    """

    name: str
    lay: Laid
    projects: tuple[str, ...] = ()
    why: str = ""

    @property
    def is_good(self) -> bool:
        """Whether it is to be read."""
        return not self.why


def holding(data: bytes | Callable[[], bytes]) -> Laid:
    """Return what lays a file with this content, made when it is laid."""
    return lambda path: path.write_bytes(data if isinstance(data, bytes) else data())
