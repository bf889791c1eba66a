"""The yearly goal: labels in a row above the texts, beside them, or inside them."""

import re
from functools import lru_cache

from msgspec.structs import replace

from jiheng.model.document import GridCell
from jiheng.model.form import Cell, Goal
from jiheng.readers.recognise.found import Found, Told
from jiheng.readers.recognise.further import heading_as_label
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.texts import free_text, split_label
from jiheng.rulebook.headings import LONGEST_HEADING, REMEMBERED, bare, headings, unnumbered

_SENTENCE = re.compile(r"[，。；：,;:、\d%]")
_FIELDS = ("expected", "actual")


def is_goal_start(line: Line) -> bool:
    """Whether a row begins the goal block."""
    kinds = _kinds(line)
    return "block" in kinds or ("expected" in kinds and "actual" in kinds)


def _kinds(line: Line) -> list[str]:
    """Return what each cell of a row is.

    A label beside a label beside a text names the block, whatever its words.
    """
    kinds = [goal_kind(cell.text, first=at == 0) for at, cell in enumerate(line.cells)]
    if kinds[:3] == ["expected", "expected", "text"]:
        kinds[0] = "block"
    return kinds


@lru_cache(maxsize=REMEMBERED)
def goal_kind(text: str, *, first: bool = False) -> str:
    """Return ``block``, ``expected``, ``adjusted``, ``actual``, or ``text``."""
    word, words = unnumbered(bare(text)), headings()
    if first and word in words.goal_block:
        return "block"
    if word in words.goal_actual:
        return "actual"
    if word in words.goal_expected:
        return "expected"
    if len(word) > LONGEST_HEADING or "目标" not in word or _SENTENCE.search(word):
        return "actual" if word in _OUTCOMES else "text"
    if any(mark in text for mark in words.goal_others):
        return "adjusted"
    return "actual" if "完成" in word else "expected"


_OUTCOMES = {"完成情况", "全年完成情况", "实际完成情况及成效", "年度完成情况", "实际完成"}


def read_goal(lines: list[Line]) -> Found[Goal]:
    """Return the goal from the rows of its block.

    A text belongs to the heading in its own column, or else to the next heading in order; where
    no heading stands, the first text is the goal and the second the outcome.
    """
    found, heads = _found(lines)
    return replace(_goal(found, lines, heads), further=_further(found, heads))


_Heads = list[tuple[str, GridCell]]
_Texts = dict[str, tuple[Line, GridCell]]


def _found(lines: list[Line]) -> tuple[_Texts, _Heads]:
    """Return the block's texts by field, and all headings above or beside them."""
    found: _Texts = {}
    heads: _Heads = []
    every: _Heads = []
    for line in lines:
        kinds = _kinds(line)
        own = _heads(line, kinds)
        heads, every = own or heads, [*every, *own]
        texts = [cell for cell, kind in zip(line.cells, kinds, strict=True) if kind == "text"]
        heads = _moved_over(texts, heads)
        for at, cell in enumerate(texts):
            field = _own_label(cell) or _field(cell, at, heads, found)
            if field is not None and field not in found:
                found[field] = (line, cell)
    return found, every


def _further(found: _Texts, heads: _Heads) -> tuple[Told, ...]:
    """Return the adjusted goal, which stands beside the first one."""
    head = next((cell for field, cell in heads if field == "adjusted"), None)
    if head is None or "adjusted" not in found or "expected" not in dict(heads):
        return ()
    line, cell = found["adjusted"]
    told = Told(label=heading_as_label(head), text=free_text(cell.text), place=line.where(cell))
    return (told,)


def _heads(line: Line, kinds: list[str]) -> _Heads:
    pairs = zip(kinds, line.cells, strict=True)
    return [(kind, cell) for kind, cell in pairs if kind not in {"block", "text"}]


def _moved_over(texts: list[GridCell], heads: _Heads) -> _Heads:
    """Return the headings over the texts, one by one, where columns cannot tell which is whose."""
    places = {head.column for _, head in heads}
    if len(texts) != len(heads) or places & {cell.column for cell in texts} in (places, set()):
        return heads
    pairs = zip(heads, texts, strict=True)
    return [(field, replace(head, column=cell.column)) for (field, head), cell in pairs]


def _own_label(cell: GridCell) -> str | None:
    """Return the field that a label inside the text announces."""
    words = headings()
    if split_label(cell.text, words.goal_actual) is not None:
        return "actual"
    return "expected" if split_label(cell.text, words.goal_expected) is not None else None


def _field(
    cell: GridCell,
    at: int,
    heads: _Heads,
    found: _Texts,
) -> str | None:
    for field, head in heads:
        if head.column <= cell.column < head.column + head.column_span and field not in found:
            return field
    left = [field for field, _ in heads if field not in found and field != "adjusted"]
    if heads:
        return left[0] if left else None
    return next((field for field in _FIELDS[at:] if field not in found), None)


def _goal(found: _Texts, lines: list[Line], heads: _Heads) -> Found[Goal]:
    words = headings()
    labels = {"expected": words.goal_expected, "actual": words.goal_actual}
    if "expected" not in dict(heads) and "adjusted" in found:
        found["expected"] = found["adjusted"]
    fields: dict[str, str | None] = {}
    cells: dict[str, Cell] = {}
    columns = {field: head.column for field, head in heads}
    for at, field in enumerate(_FIELDS):
        if field in found:
            line, cell = found[field]
            cells[f"goal.{field}"] = line.where(cell)
            rest = split_label(cell.text, labels[field])
            fields[field] = free_text(cell.text if rest is None else rest)
        elif (table := lines[-1].table) is not None:
            cells[f"goal.{field}"] = table.blank(lines[-1].row, columns.get(field, at + 1))
    return Found(value=Goal(**fields), cells=cells)
