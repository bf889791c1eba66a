"""The wording of headings, labels and levels, and how printed ones are compared with it."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct, yaml

_BRACKETS = re.compile(r"\([^()]*\)")
_POINTS = re.compile(r"\(?(\d+(?:\.\d+)?)分\)?")
_DECORATION = "-—–_·•*★☆●:;、.…"


class Headings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The word lists of ``words/headings.yaml``; every word without blanks and brackets.

    Attributes:
        money_lines: label → the line that it is a part of, if any.
        levels: level-1 heading → second levels under it.
        level1_stand_ins: headings printed in place of another level 1.
        name_words: second level → words in a name that tell it.
    """

    columns: dict[str, tuple[str, ...]]
    money: dict[str, tuple[str, ...]]
    money_block: tuple[str, ...]
    money_lines: dict[str, str | None]
    goal_block: tuple[str, ...]
    goal_expected: tuple[str, ...]
    goal_actual: tuple[str, ...]
    labels: dict[str, tuple[str, ...]]
    texts: tuple[str, ...]
    side: tuple[str, ...]
    titles: tuple[str, ...]
    levels: dict[str, tuple[str, ...]]
    level1_stand_ins: tuple[str, ...]
    name_words: dict[str, tuple[str, ...]]


@cache
def headings() -> Headings:
    """Return the word lists, read once."""
    data = (files("jiheng.rulebook") / "words" / "headings.yaml").read_bytes()
    return yaml.decode(data, type=Headings)


@lru_cache(maxsize=20_000)
def without_blanks(text: str) -> str:
    """Return text in NFKC without any blank or line break.

    Example:
        >>> without_blanks("产出 指标 （40 分）")
        '产出指标(40分)'
    """
    return "".join(unicodedata.normalize("NFKC", text).split())


@lru_cache(maxsize=20_000)
def bare(text: str) -> str:
    """Return a label without blanks, brackets, colons and decoration.

    Example:
        >>> bare("-----其中:上级补助:"), bare("全年执行数 (B)"), bare("总 分")
        ('其中:上级补助', '全年执行数', '总分')
    """
    plain = without_blanks(text)
    stripped = _BRACKETS.sub("", plain)
    return (stripped or plain).strip(_DECORATION)


def heading_points(text: str) -> str | None:
    """Return the points printed in a heading, or None.

    Example:
        >>> heading_points("产出 指标 (40 分)"), heading_points("分值")
        ('40', None)
    """
    found = _POINTS.search(without_blanks(text))
    return found.group(1) if found else None


@cache
def _roles(block: str) -> dict[str, str]:
    words = headings()
    lists = words.columns if block == "columns" else words.money
    return {spelling: role for role, spellings in lists.items() for spelling in spellings}


def column_role(text: str) -> str | None:
    """Return the indicator field that a column heading names, or None."""
    return _roles("columns").get(bare(text))


def money_role(text: str) -> str | None:
    """Return the money field that a column heading names, or None."""
    return _roles("money").get(bare(text))


@cache
def _labels() -> dict[str, str]:
    words = headings()
    return {spelling: label for label, spellings in words.labels.items() for spelling in spellings}


def label_of(text: str) -> str | None:
    """Return which labelled field a label announces (project, department, total, …), or None."""
    return _labels().get(bare(text))


@cache
def level2_parents() -> dict[str, frozenset[str]]:
    """Return, for every second level, the level-1 headings it may stand under."""
    parents: dict[str, set[str]] = {}
    for level1, seconds in headings().levels.items():
        for second in seconds:
            parents.setdefault(second, set()).add(level1)
    return {second: frozenset(firsts) for second, firsts in parents.items()}


def is_level1(text: str) -> bool:
    """Whether a cell is a level-1 heading."""
    word = bare(text)
    return word in headings().levels or word in headings().level1_stand_ins


def is_level2(text: str) -> bool:
    """Whether a cell is a level-2 heading."""
    return bare(text) in level2_parents()


@lru_cache(maxsize=4096)
def named_level2(name: str) -> str | None:
    """Return the second level that an indicator's name speaks of, or None.

    Example:
        >>> named_level2("设备验收合格率"), named_level2("群众知晓率")
        ('质量指标', None)
    """
    found = [
        (len(word), level2)
        for level2, words in headings().name_words.items()
        for word in words
        if word in name
    ]
    return max(found)[1] if found else None
