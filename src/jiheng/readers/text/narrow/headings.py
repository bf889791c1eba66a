"""The parts of a page: the words above a table of indicators, its headings, its rows, the rest."""

import re
from collections.abc import Iterator

from msgspec import Struct

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.header import Header
from jiheng.readers.text.stream.body import ends_rows, filled
from jiheng.readers.text.stream.headings import Headings, find_headings
from jiheng.readers.text.stream.words import Token, heading_role
from jiheng.rulebook.headings import (
    bare,
    column_role,
    column_role_by_stem,
    headings,
    is_heading,
    level1_of,
)

MOST_PIECES = 7
"""An upright label is broken into no more."""
_ORDINAL = re.compile(r"指标\d{1,2}[:：.、]?")
_BELOW = {"side", "level1", "level1-points", "both"}
_LEVELS = {"level1", "level1-points", "level2"}


class Section(Struct, frozen=True, kw_only=True):
    """A table of indicators in its text.

    Attributes:
        above: the words before the headings.
        headings: the headings.
        header: the columns.
        body: the words of the rows.
        below: the words behind the last row.
    """

    above: list[Token]
    headings: Headings
    header: Header
    body: list[Token]
    below: list[Token]


def next_section(words: list[Token]) -> Section | None:
    """Return the first table of indicators in words, None when there is none."""
    for at, (_, text) in enumerate(words):
        if column_role(text) is None and kind_of(text) != "side":
            continue
        found = find_headings(words, at)
        if found is not None:
            run = _with_whole_side(_once(_with_whole_headings(words[at : found.end])))
            return _section(words[:at], run, words[found.end :])
    return None


def _section(above: list[Token], run: list[Token], below: list[Token]) -> Section | None:
    words = [*run, *below]
    found = find_headings(words, 0)
    header = None if found is None else found.header()
    if found is None or header is None:
        return None
    printed = "".join(text for _, text in words[: found.end])
    label = "".join(text for _, text in found.side)
    body, end = _body(words, found.end, {printed, printed.removeprefix(label)})
    if not body:
        return None
    return Section(above=above, headings=found, header=header, body=body, below=words[end:])


def _with_whole_headings(run: list[Token]) -> list[Token]:
    """Return headings, neighbours of unknown wording that are one by its stem joined."""
    whole: list[Token] = []
    for number, text in run:
        if whole and _is_one(whole, text):
            whole[-1] = (whole[-1][0], whole[-1][1] + text)
        else:
            whole.append((number, text))
    return whole


def _is_one(whole: list[Token], text: str) -> bool:
    """Whether a word is the rest of the last heading."""
    if is_heading(text) or is_heading(whole[-1][1]):
        return False
    role = column_role_by_stem(whole[-1][1] + text)
    return role is not None and role not in {heading_role(each) for _, each in whole[:-1]}


def _once(run: list[Token]) -> list[Token]:
    """Return headings without those of the next page, which may begin right below them."""
    texts = [text for _, text in run]
    again = (at for at in range(1, len(run)) if texts[at : at + 2] == texts[:2])
    start = next(again, len(run))
    end = _end_of_same(run, start, {"".join(texts[:start])})
    return [*run[:start], *(run[end:] if end > start else [])]


def _with_whole_side(run: list[Token]) -> list[Token]:
    """Return headings, the pieces of an upright label or of the first level behind them joined."""
    for at in range(max(0, len(run) - MOST_PIECES), len(run) - 1):
        label = "".join(text for _, text in run[at:])
        if kind_of(label) in _BELOW or bare(label) in headings().side:
            return [*run[:at], (run[at][0], label)]
    return run


def _body(words: list[Token], start: int, printed: set[str]) -> tuple[list[Token], int]:
    """Return the words of the rows and where they end, without headings that a page says again."""
    body: list[Token] = []
    at = start
    first = ""
    while at < len(words):
        again = _end_of_same(words, at, printed)
        if again == at and ends_rows(words, at, below=first):
            break
        first = level1_of(words[at][1]) or first
        body += words[at : at + 1] if again == at else []
        at = max(again, at + 1)
    return [*_holding(filled(_with_ordinals(body)))], at


def _end_of_same(words: list[Token], at: int, printed: set[str]) -> int:
    """Return where the same headings end that begin at a word; there, if none do."""
    text = ""
    for end in range(at, len(words)):
        text += words[end][1]
        if text in printed:
            return end + 1
        if not any(whole.startswith(text) for whole in printed):
            break
    return at


def _with_ordinals(body: list[Token]) -> list[Token]:
    """Return words, the ordinals of a template joined with the names behind them."""
    joined: list[Token] = []
    for number, text in body:
        is_named = joined and _ORDINAL.fullmatch(joined[-1][1]) and not _ORDINAL.match(text)
        if is_named:
            joined[-1] = (number, joined[-1][1] + text)
        else:
            joined.append((number, text))
    return joined


def _holding(body: list[Token]) -> Iterator[Token]:
    """Yield the words without second levels that hold nothing: another level follows."""
    for at, word in enumerate(body):
        below = kind_of(body[at + 1][1]) if at + 1 < len(body) else "level1"
        if below not in _LEVELS or kind_of(word[1]) != "level2":
            yield word
