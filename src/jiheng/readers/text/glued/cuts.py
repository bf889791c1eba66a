"""Where the cells of a form without separators may begin, and what it costs."""

import re
from collections.abc import Iterator

from jiheng.quantities.units import resolve
from jiheng.readers.text.recut.joints import Cut, soft_row
from jiheng.rulebook.headings import headings, level2_parents

FEWEST_LINES = 3
"""With so many line ends a body's rows end where its lines do."""
_LEAST, _CHEAPER = 0.1, 0.5
"""Here every cell but the first follows another without separator."""
_AFTER_NUMBER, _INSIDE_LEVEL, _INSIDE_CELL = 0.3, 6.0, 1.2
_AT_REPETITION = 0.3
_SPLIT, _SPLIT_SHARE = 0.5, 1.5
_CHUNK = re.compile(r".*?(?:(?<=[\d%])(?=[\u4e00-\u9fff])|$)", re.DOTALL)
_TWICE = re.compile(
    r"(?=((?:[\u4e00-\u9fff]{1,12}))\1)|(?=([\u4e00-\u9fff≥≤=][\u4e00-\u9fff\d.%/]{2,14})\2)"
)
_POINTED = re.compile(r"[(（]\s*\d+(?:\.\d+)?\s*分\s*[)）]")
"""The end of a level that says how many points are below it."""
_NUMBER_WITH_UNIT = re.compile(r"(?<=\d)\d+(?:\.\d+)?(?:%|[\u4e00-\u9fff]{1,3}(?=[\d≥≤><=]))")
"""Digits are not likely to be two numbers, of which the second alone has a unit."""
_CHOICE = re.compile(r"(?<=\d)[是否](?=.)")
_BEFORE_NUMBER = re.compile(r"(?=([\u4e00-\u9fff]{1,3})[\d≥≤><=])(?<=[\u4e00-\u9fff])")
_NUMBER_APART = re.compile(r"(?<=[\u4e00-\u9fff%])\s+\d")
_NUMBER_GLUED = re.compile(r"(?<=[\u4e00-\u9fff%])\d")


def parts_at_blanks(text: str) -> bool:
    """Whether blanks stand between cells, and not only where a narrow cell's line was broken."""
    return len(_NUMBER_APART.findall(text)) > len(_NUMBER_GLUED.findall(text))


def cuts_of(text: str, *, at_blanks: bool, has_choices: bool, has_units: bool) -> list[Cut]:
    """Return where cells may begin; a level is a cell of its own.

    Args:
        text: the body.
        at_blanks: blanks stand between cells.
        has_choices: one column says 是 or 否.
        has_units: one column holds the units.
    """
    found = {cut.at: cut for cut in _between_words(text, at_blanks=at_blanks)}
    for match in _TWICE.finditer(text):
        for edge in (match.start(), match.end(match.lastindex or 0)):
            if edge not in found or found[edge].price > _AT_REPETITION:
                found[edge] = Cut(at=edge, price=_AT_REPETITION)
    for match in _CHOICE.finditer(text) if has_choices else ():
        found[match.end()] = Cut(at=match.end(), price=_LEAST, kept=_AFTER_NUMBER)
    for match in _BEFORE_NUMBER.finditer(text) if has_units else ():
        if resolve(match[1]) is not None:
            found[match.start()] = Cut(at=match.start(), price=_LEAST)
    edges = {match.end() for match in _POINTED.finditer(text)}
    edges |= {edge for match in LEVEL.finditer(text) for edge in match.span()}
    found |= {edge: Cut(at=edge, kept=_INSIDE_LEVEL) for edge in edges}
    found.pop(len(text), None)
    return [*(found[at] for at in sorted(found)), Cut(at=len(text))]


def _between_words(text: str, *, at_blanks: bool) -> Iterator[Cut]:
    """Yield the cuts that stand between two characters, and those behind numbers."""
    is_lined = text.strip().count("\n") >= FEWEST_LINES
    at = 0
    for match in _CHUNK.finditer(text):
        chunk = match[0]
        if not chunk.strip():
            continue
        for cut in soft_row(0, chunk).cuts[1:-1]:
            before = chunk[cut.at - 1]
            price, kept = max(_LEAST, cut.price - _CHEAPER), cut.kept
            if is_lined and before == "\n":
                price, kept = 0.0, _INSIDE_LEVEL
            elif at_blanks and before.isspace():
                price, kept = 0.0, _INSIDE_CELL
            yield Cut(at=at + cut.at, price=price + _inside_number(chunk, cut.at), kept=kept)
        yield Cut(at=at, price=_LEAST if at else 0.0, kept=_AFTER_NUMBER)
        at += len(chunk)


def _inside_number(text: str, at: int) -> float:
    """Return what it costs more to cut digits of which the last ones have a unit."""
    number = _NUMBER_WITH_UNIT.match(text, at)
    if number is None:
        return 0.0
    return _SPLIT_SHARE if number[0].endswith("%") else _SPLIT


def _level_words() -> list[str]:
    """Return the levels that are told from words of a name by their last two characters."""
    words = {*headings().levels, *headings().level1_aliases, *level2_parents()}
    return sorted(words, key=lambda word: (-len(word), word))


LEVEL = re.compile(
    rf"(?:{'|'.join(re.escape(word) for word in _level_words() if word.endswith('指标'))})"
    r"(?:[(（]\d+(?:\.\d+)?分?[)）])?"
)
"""A level, with its points if it has any."""
