"""What a row of text is, told by its words before its cells are known."""

import re
from functools import cache
from typing import Literal, NamedTuple

from jiheng.rulebook.headings import headings, level2_parents, without_blanks

RowKind = Literal[
    "heading", "money-heading", "goal-heading", "matter-heading",
    "labels", "text", "total", "money", "goal", "matter", "row",
]  # fmt: skip
"""Rows that head a block, rows that begin with a label, and the rows of a block."""

Words = dict[str, str]
"""A word without blanks → what it is."""

_BRACKETS = re.compile(r"[(（【][^()（）【】]*[)）】]")
_FEWEST_HEADINGS, _FEWEST_MONEY = 3, 2
_MOSTLY, _TWO_THIRDS, _ALL_BUT_MARKS = 0.5, 0.65, 0.8
_MARKS = re.compile(r"[:：\d]")
_DIGIT = re.compile(r"\d")
_LONGEST_GOAL_HEADING = 40
_SHORTEST_LABEL = 3
_LEVELS = {"level1", "level2", "name"}
_MONEY = {"initial_budget", "adjusted_budget", "executed", "rate"}


class Named(NamedTuple):
    """A word found in a text."""

    start: int
    end: int
    role: str


def flat(text: str) -> str:
    """Return a row's text without tabs, blanks and brackets."""
    return _BRACKETS.sub("", without_blanks(text))


def named(text: str, words: Words) -> list[Named]:
    """Return the words in a text from left to right, the longest first."""
    found = _pattern(frozenset(words)).finditer(text)
    return [Named(match.start(), match.end(), words[match[0]]) for match in found]


@cache
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))))


@cache
def column_words() -> Words:
    """Return the headings of indicators."""
    words = {word: role for role, spelt in headings().columns.items() for word in spelt}
    return words | dict.fromkeys(headings().side, "side")


@cache
def money_words() -> Words:
    """Return the headings of the money block."""
    words = {word: role for role, spelt in headings().money.items() for word in spelt}
    return words | dict.fromkeys(headings().money_block, "block")


@cache
def goal_words() -> Words:
    """Return the headings of the goals."""
    listed = headings()
    all_words = (*listed.goal_block, *listed.goal_expected, *listed.goal_actual)
    return dict.fromkeys(all_words, "goal") | dict.fromkeys(listed.goal_block, "block")


@cache
def label_words() -> Words:
    """Return the labels of the rows above and below the blocks."""
    listed = headings()
    words = {word: label for label, spelt in listed.labels.items() for word in spelt}
    words = dict.fromkeys(listed.texts, "text") | words
    words |= dict.fromkeys(listed.other_labels, "other")
    return words | dict.fromkeys(listed.money_block, "block")


HEADS: frozenset[RowKind] = frozenset({"heading", "money-heading"})


def kinds_of_rows(texts: list[str]) -> list[RowKind]:
    """Return what the rows of a table are."""
    kinds: list[RowKind] = []
    block: RowKind = "labels"
    for text in texts:
        kind = kind_of_row(text, block)
        if kind == "row" and _ends_one_heading(kinds) and _divides_headings(flat(text)):
            kind = "heading"
        kinds.append(kind)
        block = block_below(kind)
    return kinds


def _ends_one_heading(kinds: list[RowKind]) -> bool:
    return kinds[-1:] == ["heading"] != kinds[-2:-1]


def _divides_headings(plain: str) -> bool:
    """Whether a row below a heading row is its lower part: 上年实际实现值 预期当年实现值.

    A row of an indicator begins with a level, or holds a number, or ends with no heading.
    """
    ends = [word for word in named(plain, column_words()) if word.end == len(plain)]
    begins = _pattern(_levels()).match(plain)
    return bool(ends) and begins is None and _DIGIT.search(plain) is None


@cache
def _levels() -> frozenset[str]:
    words = headings()
    return frozenset({*words.levels, *words.level1_aliases, *level2_parents()})


def names_project(text: str) -> bool:
    """Whether a line begins with the label of the project, as the first row of a table does."""
    found = _pattern(frozenset(label_words())).match(flat(text))
    return found is not None and label_words()[found[0]] in {"project", "whole"}


def kind_of_row(text: str, block: RowKind) -> RowKind:
    """Return what a row is; a row without words of its own belongs to the block above it."""
    plain = flat(text)
    heading = _heading(plain)
    if heading is not None:
        return heading
    own = _labelled_kind(text, plain, block)
    if own is None or (own == "labels" and block in {"row", "goal"}):
        return block
    return own


def block_below(kind: RowKind) -> RowKind:
    """Return what the rows without words of their own are below a row of some kind."""
    below: dict[RowKind, RowKind] = {
        "heading": "row",
        "money-heading": "money",
        "goal-heading": "goal",
        "matter-heading": "matter",
        "total": "text",
    }
    return below.get(kind, kind)


def _labelled_kind(text: str, plain: str, block: RowKind) -> RowKind | None:
    """Return what the label that a row begins with makes of it.

    A title has none beside it. Among indicators the label of a goal stands by itself: one may be
    called 绩效目标合理性.
    """
    if plain.endswith(headings().titles):
        return "text"
    goal = _pattern(frozenset(goal_words())).match(plain)
    is_goal = goal is not None and goal_words()[goal[0]] == "block"
    if goal is not None and is_goal and (block != "row" or _is_whole_cell(text, goal[0])):
        return "goal"
    found = _pattern(frozenset(label_words())).match(plain)
    if found is None or len(_money_line(plain)) >= len(found[0]):
        return None
    label = label_words()[found[0]]
    if len(found[0]) < _SHORTEST_LABEL and not _is_whole_cell(text, found[0]):
        return None
    if label == "total":
        return "total"
    return "text" if label in {"text", "conclusion"} else "labels"


def _money_line(plain: str) -> str:
    """Return the line of the money block that a row begins with, "" when it begins with none."""
    found = _pattern(frozenset(headings().money_lines)).match(_OF_WHICH.sub("", plain))
    return "" if found is None else found[0]


_OF_WHICH = re.compile(r"^[-—–]*其中[:：]?")


def _is_whole_cell(text: str, word: str) -> bool:
    """Whether a short word stands by itself at the beginning of a row."""
    letters = r"\s*".join(map(re.escape, word))
    return re.match(rf"\s*{letters}(?:[\s:：]|$|\d|[^\t]*\t{{3,}}$)", text) is not None


def _heading(plain: str) -> RowKind | None:
    words = named(plain, column_words())
    roles = {word.role for word in words} - {"side"}
    if len(roles) >= _FEWEST_HEADINGS and roles & _LEVELS and _covers(words, plain, _MOSTLY):
        return "heading"
    if len(roles) > 1 and _covers(words, plain, _ALL_BUT_MARKS):
        return "heading"
    words = named(plain, money_words())
    roles = {word.role for word in words} - {"block"}
    if len(roles) >= _FEWEST_MONEY and roles & _MONEY and _covers(words, plain, _MOSTLY):
        return "money-heading"
    words = named(plain, goal_words())
    if len(plain) <= _LONGEST_GOAL_HEADING and len(words) > 1:
        return "goal-heading" if _covers(words, plain, _TWO_THIRDS) else None
    return "matter-heading" if _heads_matters(plain) else None


def _heads_matters(plain: str) -> bool:
    """Whether a row ends with headings over texts on matters, the first over what was done."""
    first, last = [None, None, *named(plain, headings().matter_texts)][-2:]
    if first is None or last is None or last.end != len(plain) or first.end != last.start:
        return False
    return first.role == "" != last.role


def _covers(words: list[Named], plain: str, share: float) -> bool:
    length = len(_MARKS.sub("", plain))
    return sum(word.end - word.start for word in words) >= share * length
