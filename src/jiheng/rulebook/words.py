"""Word lists of printed values, read once from the YAML files beside this module."""

from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

import msgspec
from msgspec import Struct

from jiheng.model.quantity import Operator

T = TypeVar("T")


class WordsError(Exception):
    """A word list is badly written; the message names its file."""


class Glyphs(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Characters that mean the same.

    Attributes:
        single: odd glyph → usual glyph.
        traditional: pairs of a traditional and a simplified character, parted by blanks.
    """

    single: dict[str, str]
    traditional: str


class Operators(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Worded operators.

    Attributes:
        before: words that stand right before the number.
        after: words that stand right after the unit.
        misread: what character recognition makes of an operator.
    """

    before: dict[Operator, tuple[str, ...]]
    after: dict[Operator, tuple[str, ...]]
    misread: dict[str, Operator]


class Qualitative(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of values without a number; see the comments in the YAML file."""

    blank: tuple[str, ...]
    none: tuple[str, ...]
    none_of: tuple[str, ...]
    harm_kinds: tuple[str, ...]
    norm: tuple[str, ...]
    degree: tuple[str, ...]
    state: tuple[str, ...]
    level: tuple[str, ...]
    scope: tuple[str, ...]
    scope_endings: tuple[str, ...]
    change: tuple[str, ...]
    rise: tuple[str, ...]
    fall: tuple[str, ...]


class Tiers(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of completion phrases: adverb* verb object* says that all is done."""

    adverbs: tuple[str, ...]
    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    partly: tuple[str, ...]
    unmet: tuple[str, ...]


class Directions(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that say which way an indicator without operator points."""

    cost_levels: tuple[str, ...]
    timeliness_levels: tuple[str, ...]
    negative: tuple[str, ...]
    negative_endings: tuple[str, ...]
    positive: tuple[str, ...]
    rates: tuple[str, ...]
    nature: dict[str, Operator]


class UnitWord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One unit of measure.

    Attributes:
        unit: the word that stands for it after normalisation.
        also: its other spellings.
        scale: base units in one unit, as "10000" or "1/100".
        per: its dimension below a price, where months and years are not converted.
    """

    unit: str
    dimension: str
    also: tuple[str, ...] = ()
    scale: str = "1"
    per: str | None = None


class Units(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All units.

    Attributes:
        scales: 万, 亿, … before a unit.
        counted: measure words, parted by blanks; each is its own dimension.
    """

    scales: dict[str, int]
    units: tuple[UnitWord, ...]
    counted: str


def decode(name: str, text: bytes, kind: type[T]) -> T:
    """Return a word list.

    Raises:
        WordsError: a key is unknown or missing, or a value has the wrong type.
    """
    try:
        return msgspec.yaml.decode(text, type=kind)
    except msgspec.MsgspecError as error:
        raise WordsError(f"{name}: {error}") from error


def _load(name: str, kind: type[T]) -> T:
    text = files("jiheng.rulebook").joinpath("words", name).read_bytes()
    return decode(name, text, kind)


@lru_cache(maxsize=1)
def glyphs() -> Glyphs:
    """Return the characters that mean the same."""
    return _load("glyphs.yaml", Glyphs)


@lru_cache(maxsize=1)
def simplified() -> dict[int, str]:
    """Return what each traditional character is written as, for ``str.translate``."""
    return {ord(pair[0]): pair[1] for pair in glyphs().traditional.split()}


@lru_cache(maxsize=1)
def operators() -> Operators:
    """Return the worded operators."""
    return _load("operators.yaml", Operators)


@lru_cache(maxsize=1)
def qualitative() -> Qualitative:
    """Return the words of values without a number."""
    return _load("qualitative.yaml", Qualitative)


@lru_cache(maxsize=1)
def tiers() -> Tiers:
    """Return the words of completion phrases."""
    return _load("tiers.yaml", Tiers)


@lru_cache(maxsize=1)
def directions() -> Directions:
    """Return the words that say which way is better."""
    return _load("direction.yaml", Directions)


@lru_cache(maxsize=1)
def units() -> Units:
    """Return the units of measure."""
    return _load("units.yaml", Units)


class Calendar(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words around a date; see the comments in the YAML file."""

    deadline_lead: tuple[str, ...]
    lead: tuple[str, ...]
    before: tuple[str, ...]
    whole: tuple[str, ...]
    tails: tuple[str, ...]
    year: tuple[str, ...]
    within_year: tuple[str, ...]
    endless: tuple[str, ...]


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """Return the words around a date."""
    return _load("calendar.yaml", Calendar)


class Personal(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words around names and numbers of people; see the comments in the YAML file."""

    before_name: tuple[str, ...]
    after_name: tuple[str, ...]
    offices: tuple[str, ...]
    before_number: tuple[str, ...]
    surnames: str


@lru_cache(maxsize=1)
def personal() -> Personal:
    """Return the words around names and numbers of people."""
    return _load("personal.yaml", Personal)
