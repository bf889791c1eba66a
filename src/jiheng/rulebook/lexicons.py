"""Word lists that the checks go by, read once from the YAML files in ``words``."""

from functools import cache
from importlib.resources import files
from typing import Literal, TypeVar

import msgspec
from msgspec import Struct

T = TypeVar("T")


def _load(name: str, kind: type[T]) -> T:
    text = files("jiheng.rulebook").joinpath("words", f"{name}.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=kind)


class ValueWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words by which the checks on values and scores know a case; the YAML file says which."""

    hollow_reasons: tuple[str, ...]
    counted_names: tuple[str, ...]
    all_of_it: tuple[str, ...]
    more_is_better: tuple[str, ...]
    less_is_better: tuple[str, ...]
    cost_names: tuple[str, ...]
    thrift: tuple[str, ...]
    share_endings: tuple[str, ...]
    may_exceed: tuple[str, ...]
    open_targets: tuple[str, ...]
    unnamed_texts: tuple[str, ...]
    unscored: tuple[str, ...]


@cache
def value_words() -> ValueWords:
    """Return the words of the checks on values and scores."""
    return _load("value_checks", ValueWords)


class Costs(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words in the names of cost indicators; see the comments in the YAML file."""

    whole: tuple[str, ...]
    whole_names: tuple[str, ...]
    apart: tuple[str, ...]
    control_rates: tuple[str, ...]
    arrival_rates: tuple[str, ...]
    standards: tuple[str, ...]
    earned: tuple[str, ...]


class Placing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of name that stands under the wrong second level.

    Attributes:
        under: the level where it stands.
        dimension: what its target measures, "" for anything.
        belongs: where a reader would look for it.
    """

    under: str
    marks: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    dimension: str = ""
    unless: tuple[str, ...] = ()
    belongs: str


class Reasons(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words in the column of reasons; see the comments in the YAML file."""

    openings: tuple[str, ...]
    causes: tuple[str, ...]
    measures: tuple[str, ...]
    nothing: tuple[str, ...]


class Typos(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Slips of the input method.

    Attributes:
        own: characters after which 己 is right.
        typos: wrong → right.
    """

    own: str
    typos: dict[str, str]


@cache
def costs() -> Costs:
    """Return the words in the names of cost indicators."""
    return _load("costs", Costs)


@cache
def placings() -> tuple[Placing, ...]:
    """Return the kinds of names that stand under the wrong second level."""
    return _load("placing", dict[str, tuple[Placing, ...]])["rules"]


@cache
def placings_under(level: str) -> tuple[Placing, ...]:
    """Return those that stand under one level."""
    return tuple(placing for placing in placings() if placing.under == level)


@cache
def reasons() -> Reasons:
    """Return the words in the column of reasons."""
    return _load("reasons", Reasons)


@cache
def typos() -> Typos:
    """Return slips of the input method."""
    return _load("typos", Typos)


@cache
def populations() -> tuple[str, ...]:
    """Return the words that say that only some of the people are meant."""
    return _load("populations", dict[str, tuple[str, ...]])["groups"]


class MoneyBlockWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of the money block, and those that explain its numbers; the YAML file says which."""

    rate_reasons: tuple[str, ...]
    budget_changes: tuple[str, ...]
    adjustments: tuple[str, ...]
    money: tuple[str, ...]
    inside_grant: tuple[str, ...]
    requests: tuple[str, ...]
    no_money: tuple[str, ...]


@cache
def money_block_words() -> MoneyBlockWords:
    """Return the words of the checks on the money block."""
    return _load("money_block", MoneyBlockWords)


class Goals(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words around numbers in a goal; see the comments in the YAML file."""

    idle: frozenset[str]
    other: tuple[str, ...]


@cache
def goals() -> Goals:
    """Return the words around numbers in a goal."""
    return _load("goals", Goals)


class TextWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words in outcomes, problems and conclusions; see the comments in the YAML file."""

    hollow: tuple[str, ...]
    idle: frozenset[str]
    full_words: dict[str, str]
    no_problem: frozenset[str]
    own_words: dict[str, tuple[str, ...]]


@cache
def text_words() -> TextWords:
    """Return the words in outcomes, problems and conclusions."""
    return _load("texts", TextWords)


class NameMeasure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What names that begin or end so ask for.

    Attributes:
        unless: words of names that ask for something else.
        asks: the measure, worded in the catalogue under ``words.measure``.
        refuses: measures that cannot be meant; ``counted`` for any measure word.
        worded: whether a target without figures is wrong, wrong only where it lists several
            wordings, or fine.
    """

    starts: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    asks: str
    refuses: frozenset[str]
    worded: Literal["wrong", "wrong-if-listed", "fine"] = "wrong-if-listed"


class MeasureWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which measures are told apart, and which a name asks for; see the comments in the YAML."""

    physical: frozenset[str]
    alike: frozenset[tuple[str, str]]
    paid_for: frozenset[str]
    names: tuple[NameMeasure, ...]
    hollow_endings: tuple[str, ...]
    has_a_share: tuple[str, ...]


@cache
def measure_words() -> MeasureWords:
    """Return which measures are told apart, and which a name asks for."""
    return _load("measures", MeasureWords)


class GoalTexts(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words by which a goal's text is known to be measurable; see the YAML file."""

    quantity: tuple[str, ...]
    quality: tuple[str, ...]
    cost: tuple[str, ...]


@cache
def goal_texts() -> GoalTexts:
    """Return the words by which a goal's text is known to be measurable."""
    return _load("goal_texts", GoalTexts)
