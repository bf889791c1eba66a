"""What the lines of a stream are: labels, headings, the beginnings of blocks."""

import re
from functools import lru_cache
from itertools import takewhile

from jiheng.readers.recognise.goal import goal_kind
from jiheng.readers.recognise.head import is_title, labelled_parts
from jiheng.readers.recognise.header import FEWEST_HEADINGS
from jiheng.readers.recognise.labelled_money import is_block_name
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.money import money_label
from jiheng.readers.recognise.tail import begins_notes
from jiheng.readers.text.pipes import bare_cell, cut_pipes, is_piped
from jiheng.rulebook.headings import (
    LONGEST_HEADING,
    REMEMBERED,
    bare,
    column_role,
    column_role_by_stem,
    headings,
    label_of,
    money_role,
    money_role_by_stem,
    without_blanks,
)

Token = tuple[int, str]
"""A line number from 1 and its text."""

_COLON = re.compile("[:：]")
_SENTENCE = re.compile(r"[。；;]")


def is_heading(text: str) -> bool:
    """Whether a line is known as the heading of a column of indicators."""
    return column_role(text) is not None


def heading_role(text: str) -> str | None:
    """Return the field that a heading names, of known wording or by its stem."""
    return column_role(text) or column_role_by_stem(text)


def money_heading_role(text: str) -> str | None:
    """Return the money field that a heading names; a line of the block is none."""
    if money_label(text) is not None:
        return None
    return money_role(text) or money_role_by_stem(text)


def is_short(text: str) -> bool:
    """Whether a line may be a heading by its length and its signs."""
    return len(bare(text)) <= LONGEST_HEADING and not _SENTENCE.search(text)


def is_text_label(text: str) -> bool:
    """Whether a line labels a further text or the conclusion."""
    return bare(text) in headings().texts or label_of(text) == "conclusion"


def holds_label(text: str) -> bool:
    """Whether a line holds the label of a further text and, behind a colon, the text itself."""
    label, *rest = _COLON.split(text, maxsplit=1)
    return bool(rest) and bool(rest[0].strip()) and bare(label) in headings().texts


def begins_with_sign(text: str) -> bool:
    """Whether a value begins with an operator, such as ≥90%."""
    return without_blanks(text).startswith(headings().signs)


def is_goal_block(text: str) -> bool:
    """Whether a line names the block of the goals."""
    return goal_kind(text, first=True) == "block"


def is_outside(text: str) -> bool:
    """Whether a line stands outside the table: a title, a note, a line such as 填报人：某某."""
    if is_title(Line(text=text)) or begins_notes(text):
        return True
    if without_blanks(text).startswith(headings().furniture):
        return True
    return bool(_COLON.search(text)) and any(value for _, value in labelled_parts(text))


def begins_block(text: str) -> bool:
    """Whether a line begins something else than the row before it."""
    word, words = bare(text), headings()
    if label_of(text) is not None or is_text_label(text) or holds_label(text):
        return True
    if is_block_name(text) or word in words.side or is_goal_block(text):
        return True
    return is_outside(text)


@lru_cache(maxsize=REMEMBERED)
def ends_indicators(text: str) -> bool:
    """Whether a line cannot belong to a row of indicators."""
    if label_of(text) in {"total", "conclusion", "project", "whole"} or is_goal_block(text):
        return True
    if bare(text) in headings().texts or holds_label(text):
        return True
    return is_outside(text)


def is_cell_stream(lines: list[str]) -> bool:
    """Whether a text has one cell a line: no separators, and a run of column headings."""
    if any("\t" in line or _has_cells(line) for line in lines):
        return False
    texts = [bare_cell(line) for line in lines if line.strip(" |")]
    return any(
        is_heading(text) and _heads_columns(texts[at : at + MOST_LEADING])
        for at, text in enumerate(texts)
    )


def _has_cells(line: str) -> bool:
    return (
        "|" in line and is_piped(line) and sum(bool(cell.strip()) for cell in cut_pipes(line)) > 1
    )


MOST_LEADING = 8
"""Among so many lines the headings show, though some are of unknown wording."""


def _heads_columns(texts: list[str]) -> bool:
    run = [*takewhile(is_short, texts)]
    return len({column_role(text) for text in run} - {None}) > FEWEST_HEADINGS
