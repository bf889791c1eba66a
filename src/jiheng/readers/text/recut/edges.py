"""Words that tell where a cell begins or ends inside text that ran together."""

import re
from functools import cache

from jiheng.rulebook.headings import headings, level2_parents
from jiheng.rulebook.words import operators, qualitative, tiers, units

SHORTEST_WHOLE = 3
_NATURES = ("定性", "定量", "正向", "反向", "逆向")


def word_edges(piece: str) -> set[int]:
    """Return where words begin that cells begin with, and where words end that cells end with."""
    edges = {match.start() for match in value_openings().finditer(piece)}
    edges |= {match.start() for match in _before_value().finditer(piece)}
    edges |= {match.end() for match in _after_number().finditer(piece)}
    for match in whole_words().finditer(piece):
        edges |= {match.start(), match.end()}
    return edges | {match.end() for match in _numbered_goal().finditer(piece)}


@cache
def _numbered_goal() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of(set(headings().goal_block)).pattern})\d{{1,2}}")


@cache
def whole_words() -> re.Pattern[str]:
    """Return what matches the words that are a whole cell: headings, labels, levels, 定性."""
    words = headings()
    lists = (*words.columns.values(), *words.money.values(), *words.labels.values())
    whole = {
        *words.levels, *level2_parents(), *words.side, *words.money_lines, *words.money_block,
        *words.texts, *words.goal_block, *words.goal_expected, *words.goal_actual,
        *(word for spelt in lists for word in spelt),
    }  # fmt: skip
    return _any_of({*(word for word in whole if len(word) >= SHORTEST_WHOLE), *_NATURES})


@cache
def value_openings() -> re.Pattern[str]:
    """Return what matches the words that a value of words begins with."""
    words = qualitative()
    return _any_of({*words.degree, *tiers().verbs, *tiers().adverbs, *tiers().partly})


@cache
def _before_value() -> re.Pattern[str]:
    """Return what matches an operator in words before its number, or a unit that ends a piece."""
    worded = {word for spelt in operators().before.values() for word in spelt if len(word) > 1}
    unit = rf"(?:{_units()}|是|否)(?=$|[\s≥≤><=])"
    return re.compile(rf"(?:{_any_of(worded).pattern})(?=\d)|(?<=[\u4e00-\u9fff]){unit}")


@cache
def _after_number() -> re.Pattern[str]:
    """Return what matches a number with its unit, before more words."""
    return re.compile(rf"\d(?:{_units()})(?:/(?:{_units()}))?(?:[·*](?:{_units()}))?")


@cache
def _units() -> str:
    listed = units()
    words = {spelt for entry in listed.units for spelt in (entry.unit, *entry.also)}
    words |= set(listed.counted.split())
    return _any_of(words | {f"{scale}{word}" for scale in "万亿" for word in words}).pattern


def _any_of(words: set[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))))
