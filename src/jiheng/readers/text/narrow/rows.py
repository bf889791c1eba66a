"""The rows of indicators of pages of narrow columns."""

import re
from collections.abc import Sequence
from itertools import groupby

from jiheng.model.document import GridCell
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.header import Column
from jiheng.readers.text.folding import folded, with_whole_heading_rows
from jiheng.readers.text.narrow.decode import Span, spans
from jiheng.readers.text.narrow.headings import Section, next_section
from jiheng.readers.text.narrow.joints import SENTENCES
from jiheng.readers.text.narrow.labels import with_whole_labels
from jiheng.readers.text.narrow.prices import PagePrices
from jiheng.readers.text.narrow.widths import widths_of
from jiheng.readers.text.stream.cells import Cell
from jiheng.readers.text.stream.words import Token
from jiheng.readers.text.words import words_of

MOST_WORDS, MOST_BODY_WORDS = 20_000, 3_000
"""Words of a text, and those of all its rows together, of which each has its price."""
FEWEST_BROKEN, FEWEST_WITHIN, FEWEST_HEADING_LINES = 3, 2, 3
TIMES = 2
"""First without widths, then with those of that reading."""
_OTHER_CELLS = re.compile(r"\t|\||\S {3,}\S")
FEWEST_SHARED = 2
_OF_VALUES = {"number", "percent", "amount", "value", "sign", "unit"}
_MARK_INSIDE = re.compile(r"(?<=[\u4e00-\u9fff])[—–]\s?\d{1,3}\s?[—–](?=[\u4e00-\u9fff])")
"""The number of a page within a name."""
_SIDE = Column(role="side", cell=GridCell(row=0, column=0))

Rows = list[list[Cell]]
Part = tuple[list[Token], Rows]
"""Words, and the rows of the table of indicators that stands below them: its headings first."""


def narrow_rows(lines: list[Token]) -> list[Part]:
    """Return the words of a text, the rows of its indicators in place of theirs.

    The last part has no rows. There is no part where no cell is broken: other readers know those
    texts better.

    Example:
        >>> page = ["一级指标 二级指标 三级指标", "指标值", "完成值", "分值 得分", "产出指", "标"]
        >>> page += ["数量指标", "农村公路养", "护里程 ≥9公", "里", "9公里 40 40"]
        >>> page += ["质量指标", "养护一次合", "格率 ≥90% 95% 50 50"]
        >>> found = narrow_rows(list(enumerate(page, 1)))
        >>> [[cell.text for cell in row][-5:-2] for row in found[0][1][1:]]
        [['农村公路养护里程', '≥9公里', '9公里'], ['养护一次合格率', '≥90%', '95%']]
    """
    if len(lines) > MOST_WORDS or any(_OTHER_CELLS.search(line.strip()) for _, line in lines):
        return []
    lines = [(number, _MARK_INSIDE.sub("", line)) for number, line in lines]
    by_line = [row for row in words_of(with_whole_heading_rows(lines)) if row]
    are_shared = _are_shared(by_line)
    if not are_shared:
        by_line = [[(row[0][0], " ".join(text for _, text in row))] for row in by_line]
    rest = folded([word for row in by_line for word in row], has_values=False)
    empty = [number for number, line in lines if not line.strip()]
    parts: list[Part] = []
    is_narrow = False
    spent = 0
    while len(rest) <= MOST_WORDS and (section := next_section(rest)) is not None:
        spent += len(section.body)
        if spent > MOST_BODY_WORDS:
            return []
        rows, is_broken = _rows(section, empty, are_shared=are_shared)
        parts.append((with_whole_labels(section.above), rows))
        is_narrow |= is_broken
        rest = section.below
    return [*parts, (with_whole_labels(rest), [])] if is_narrow else []


def _are_shared(by_line: list[list[Token]]) -> bool:
    """Whether cells share lines: values stand behind others. Else a blank is a cell's own."""
    shared = (any(map(_is_value, (text for _, text in row[1:]))) for row in by_line)
    return sum(shared) >= FEWEST_SHARED


def _is_value(text: str) -> bool:
    return kind_of(text) in _OF_VALUES and not text.endswith(".")


def _rows(section: Section, empty: Sequence[int], *, are_shared: bool) -> tuple[Rows, bool]:
    """Return the rows of a table below its headings, and whether their cells are broken."""
    body = _as_words(section) if are_shared else section.body
    prices = PagePrices(body, section.header, empty)
    found: list[Span] = []
    for _ in range(TIMES):
        found = spans(len(body), prices.skips(), prices.taken, prices.after)
        prices.widths = widths_of(
            (prices.roles[span.column], prices.lines(span.start, span.end)) for span in found
        )
    columns = (_SIDE, *section.header.columns)
    rows = [section.headings.row]
    for span in found:
        if span.begins_row:
            rows.append([])
        rows[-1].append(_cell(body, span, columns))
    return rows, _is_broken(section, body, found)


def _as_words(section: Section) -> list[Token]:
    """Return the words of the rows, numbers joined with their units where those have no column."""
    is_apart = bool({"nature", "unit"} & {*section.header.roles})
    by_line = groupby(section.body, key=lambda word: word[0])
    lines = [(number, " ".join(text for _, text in words)) for number, words in by_line]
    return [word for row in words_of(lines, is_apart=is_apart) for word in row]


def _cell(body: list[Token], span: Span, columns: tuple[Column, ...]) -> Cell:
    return Cell(
        line=body[span.start][0],
        column=columns[span.column].cell.column,
        text="".join(text for _, text in body[span.start : span.end]),
        is_sure=False,
    )


def _is_broken(section: Section, body: list[Token], found: list[Span]) -> bool:
    """Whether several cells go on in the next line, or rows begin within one."""
    roles = ("side", *section.header.roles)
    broken = sum(
        body[span.start][0] != body[span.end - 1][0]
        for span in found
        if roles[span.column] not in SENTENCES
    )
    if broken >= FEWEST_BROKEN:
        return True
    starts = [span.start for span in found if span.begins_row and span.start]
    within = sum(body[at][0] == body[at - 1][0] for at in starts)
    heads = {line for line, _ in section.headings.tokens}
    return within >= FEWEST_WITHIN and len(heads) >= FEWEST_HEADING_LINES
