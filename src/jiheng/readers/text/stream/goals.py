"""The goals in a text of one cell a line: which lines are headings, and whose each text is."""

import re

from jiheng.readers.recognise.goal import goal_kind
from jiheng.readers.recognise.texts import split_label
from jiheng.readers.text.stream.cells import Cell
from jiheng.readers.text.stream.words import Token, is_goal_block
from jiheng.rulebook.headings import headings

_FIRST = re.compile(r"\s*(?:[(（]?[1一][)）、.．]|①|第一|一是)")
_NUMBERED = re.compile(
    r"\s*(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、.．]|[①-⑳]|第[一二三四五六七八九十]|[一二三四五六七八九十]是)"
)


def begins_goals(tokens: list[Token], at: int) -> bool:
    """Whether the goals begin at a line: the name of their block, or one heading after another."""
    if is_goal_block(tokens[at][1]):
        return True
    return all(goal_kind(below) != "text" for _, below in tokens[at : at + HEADINGS_AT_ONCE])


HEADINGS_AT_ONCE = 2


def goal_rows(tokens: list[Token]) -> list[list[Cell]]:
    """Return the rows of a goal block: headings above their texts, or each beside its own."""
    rows: list[list[Cell]] = []
    at = 0
    while at < len(tokens):
        texts = at
        while texts < len(tokens) and _is_head(tokens[texts][1], first=texts == 0):
            texts += 1
        end = texts
        while end < len(tokens) and not _is_head(tokens[end][1]):
            end += 1
        rows += _group(tokens[at:texts], tokens[texts:end])
        at = end
    return rows


def _is_head(text: str, *, first: bool = False) -> bool:
    return goal_kind(text, first=first) != "text"


def _group(heads: list[Token], texts: list[Token]) -> list[list[Cell]]:
    """Return the rows of a run of headings and the texts below it."""
    label = heads[:1] if len(heads) > 1 and _names_block(heads) else []
    count = len(heads) - len(label)
    parts = _own_parts(texts) if count == 1 else _divided(texts, count)
    is_sure = len(parts) == len(texts) or all(map(_is_numbered, parts)) or count == 1
    row = [
        Cell(line=line, column=at + 1 - len(label), text=text)
        for at, (line, text) in enumerate([*label, *heads[len(label) :]])
    ]
    cells = [
        Cell(
            line=part[0][0],
            column=row[-1].column + 1 + at if count == 1 else at + 1,
            text="\n".join(text for _, text in part),
            is_sure=is_sure,
        )
        for at, part in enumerate(parts)
    ]
    return [[*row, *cells]] if count == 1 else [part for part in (row, cells) if part]


def _names_block(heads: list[Token]) -> bool:
    """Whether the first of several headings names the block, and no column of it."""
    kinds = [goal_kind(text) for _, text in heads]
    return is_goal_block(heads[0][1]) or kinds[0] in kinds[1:]


def _own_parts(texts: list[Token]) -> list[list[Token]]:
    """Return the cells below a lone heading: one, or several where labels stand inside them."""
    if not any(_is_labelled(text) for _, text in texts):
        return [texts] if texts else []
    return _cut(texts, [at for at in range(len(texts)) if not at or _begins_cell(texts, at)])


def _divided(texts: list[Token], count: int) -> list[list[Token]]:
    """Return the texts in so many parts, each a cell's paragraphs: where numbers begin anew."""
    if len(texts) <= count:
        return [[token] for token in texts]
    starts = [at for at in range(len(texts)) if not at or _begins_cell(texts, at)]
    if len(starts) != count:
        starts = [at * len(texts) // count for at in range(count)]
    return _cut(texts, starts)


def _cut(texts: list[Token], starts: list[int]) -> list[list[Token]]:
    return [texts[a:b] for a, b in zip(starts, [*starts[1:], len(texts)], strict=True)]


def _begins_cell(texts: list[Token], at: int) -> bool:
    """Whether a paragraph begins another cell: it is the first of its numbers, or has none."""
    text, above = texts[at][1], texts[at - 1][1]
    return bool(_FIRST.match(text)) or not (
        _NUMBERED.match(text) and _NUMBERED.match(_without_label(above))
    )


def _is_labelled(text: str) -> bool:
    return _without_label(text) != text


def _without_label(text: str) -> str:
    words = headings()
    rest = split_label(text, (*words.goal_expected, *words.goal_actual))
    return text if rest is None else rest


def _is_numbered(part: list[Token]) -> bool:
    return all(_NUMBERED.match(_without_label(text)) for _, text in part)
