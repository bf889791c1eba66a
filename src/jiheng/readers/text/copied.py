"""Tables copied from a browser whose cells hold paragraphs: each cell stands behind a tab.

A row's first cell has no tab before it, and neither has the second paragraph of a cell.
"""

import re
from collections.abc import Iterator

NumberedLine = tuple[int, str]
"""A line number from 1 and its text."""

FEWEST_CELLS = 12
_ROW = re.compile(r"[^\t]+\t|\t[^\t]*\S[^\t]*\t")
"""Two cells on one line."""
_CELL = re.compile(r"\t[^\t]*")


def parts_of(lines: list[NumberedLine]) -> Iterator[tuple[bool, list[NumberedLine]]]:
    r"""Yield the parts of a text, and whether every cell of a part has a line of its own.

    Example:
        >>> cells = [(at, text) for at, text in enumerate(["名称", "\t绿化", ""] * 12, 1)]
        >>> [(is_copied, len(part)) for is_copied, part in parts_of([(0, "a\tb"), *cells])]
        [(False, 1), (True, 36)]
    """
    part: list[NumberedLine] = []
    gathered: list[NumberedLine] = []
    for line in lines:
        if _ROW.match(line[1]):
            if _is_copied(gathered):
                yield from _filled(part)
                yield True, gathered
                part = []
            else:
                part += gathered
            gathered = []
            part.append(line)
        else:
            gathered.append(line)
    if not _is_copied(gathered):
        yield from _filled([*part, *gathered])
        return
    yield from _filled(part)
    yield True, gathered


def _filled(part: list[NumberedLine]) -> Iterator[tuple[bool, list[NumberedLine]]]:
    if part:
        yield False, part


def _is_copied(lines: list[NumberedLine]) -> bool:
    return sum(_CELL.fullmatch(text) is not None for _, text in lines) >= FEWEST_CELLS
