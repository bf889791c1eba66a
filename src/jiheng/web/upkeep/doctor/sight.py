"""What one look at the installation found."""

from enum import StrEnum

from msgspec import Struct

from jiheng.rulebook.phrases import Phrase, Told, phrase


class Level(StrEnum):
    """How it is."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


class Sight(Struct, frozen=True, kw_only=True):
    """One line of the doctor's: how it is, what was seen, and what to do about it."""

    level: Level
    seen: Phrase


def ok(key: str, **values: Told) -> Sight:
    """Return that something is as it should be."""
    return Sight(level=Level.OK, seen=phrase(f"doctor.{key}", **values))


def warn(key: str, **values: Told) -> Sight:
    """Return that something works and should be looked at."""
    return Sight(level=Level.WARN, seen=phrase(f"doctor.{key}", **values))


def bad(key: str, **values: Told) -> Sight:
    """Return that something will not work, or is not safe."""
    return Sight(level=Level.BAD, seen=phrase(f"doctor.{key}", **values))
