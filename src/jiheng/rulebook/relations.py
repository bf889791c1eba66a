"""Words by which indicators of one form are related, read once from ``words/relations.yaml``."""

from functools import cache
from importlib.resources import files

from msgspec import Struct

from jiheng.rulebook.words import decode


class Relations(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of rates, counts and benefits in indicator names; see the comments in the YAML file."""

    completion: tuple[str, ...]
    coverage: tuple[str, ...]
    rates_of_other_things: tuple[str, ...]
    share_endings: tuple[str, ...]
    measures: tuple[str, ...]
    general: tuple[str, ...]
    openings: tuple[str, ...]
    idle: frozenset[str]
    whole_endings: tuple[str, ...]
    without_work: tuple[str, ...]


@cache
def relations() -> Relations:
    """Return the words by which indicators are related."""
    name = "relations.yaml"
    text = files("jiheng.rulebook").joinpath("words", name).read_bytes()
    return decode(name, text, Relations)
