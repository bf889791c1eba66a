"""Who may be asked how satisfied they are, read once from ``words/satisfied.yaml``."""

from functools import cache
from importlib.resources import files

from msgspec import Struct

from jiheng.rulebook.words import decode


class Group(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One group of people.

    Attributes:
        said: words that name it.
        near: words of projects, units and goals that serve it.
    """

    said: tuple[str, ...]
    near: tuple[str, ...]


class Satisfied(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The groups that only some projects serve.

    Attributes:
        anybody: words of projects that may serve any of them.
    """

    anybody: tuple[str, ...]
    groups: tuple[Group, ...]


@cache
def satisfied() -> Satisfied:
    """Return who may be asked how satisfied they are."""
    name = "satisfied.yaml"
    text = files("jiheng.rulebook").joinpath("words", name).read_bytes()
    return decode(name, text, Satisfied)
