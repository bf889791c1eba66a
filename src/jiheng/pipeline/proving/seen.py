"""What one paper says of a row's value."""

from pathlib import Path

import msgspec

from jiheng.evidence.looking import listing_of, looks_at, measured_look
from jiheng.model.measure import Measured
from jiheng.model.proof import Look
from jiheng.model.quantity import Quantity
from jiheng.pipeline.proving.tables import tables_of
from jiheng.readers.errors import UnreadableInput

WORDS = frozenset({".txt", ".md"})
_MOST_RESULT = 1 << 20


def measured_of(path: Path) -> Measured | None:
    """Return the result of a measure that a file is, or None."""
    try:
        if path.suffix.lower() != ".json" or path.stat().st_size > _MOST_RESULT:
            return None
        return msgspec.json.decode(path.read_bytes(), type=Measured)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def looks_of(path: Path, name: str, actual: Quantity, year: int | None) -> tuple[Look, ...]:
    """Return what a paper says of a value; one that says nothing of it is still a paper."""
    measured = measured_of(path)
    if measured is not None:
        return (measured_look(measured, name, actual, year),)
    if path.suffix.lower() in WORDS:
        return (Look(paper=name, kind="words"),)
    try:
        tables = tables_of(path, name)
    except UnreadableInput:
        return (Look(paper=name, kind="unreadable"),)
    looks = tuple(
        look
        for table in tables
        if (listing := listing_of(table)) is not None
        for look in looks_at(listing, name, actual, year)
    )
    return looks or (Look(paper=name, kind="document"),)
