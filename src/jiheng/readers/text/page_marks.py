"""Marks of pages between the lines of a text, and rows that the end of a page cut in two."""

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.texts import is_page_mark
from jiheng.rulebook.headings import is_heading

NumberedLine = tuple[int, str]
"""A line number from 1 and its text."""

LONGEST_PIECE = 30
_FIRST = ("第", "—", "–", "-")
_WORDS = {"words", "level-like"}


def without_page_marks(lines: list[NumberedLine]) -> list[NumberedLine]:
    r"""Return the lines without the marks of pages, rows that one stands in made whole.

    Example:
        >>> lines = ["质量\t合格率\t5", "较大以上事故", "第 3 页 共 5 页", "", "起数\t0起\t5"]
        >>> without_page_marks(list(enumerate(lines, 1)))[1:]
        [(2, '较大以上事故起数\t0起\t5')]
    """
    if not any(_is_mark(text) for _, text in lines):
        return lines
    widest = max(text.count("\t") for _, text in lines)
    kept: list[NumberedLine] = []
    is_cut = False
    for number, text in lines:
        if _is_mark(text):
            is_cut = True
            while kept and not kept[-1][1].strip():
                kept.pop()
        elif not is_cut:
            kept.append((number, text))
        elif text.strip():
            above = kept[-1][1] if kept else ""
            if _go_on(above, text, widest):
                kept[-1] = (kept[-1][0], above.rstrip() + text.lstrip())
            else:
                kept.append((number, text))
            is_cut = False
    return kept


def _is_mark(text: str) -> bool:
    bare = text.strip()
    return bare.startswith(_FIRST) and len(bare) <= LONGEST_PIECE and is_page_mark(bare)


def _go_on(above: str, below: str, widest: int) -> bool:
    """Whether the first line of a page belongs to the last row of the page before."""
    if "\t" not in below or above.count("\t") + below.count("\t") > widest:
        return False
    return _is_piece(above.rpartition("\t")[2]) and _is_piece(below.partition("\t")[0])


def _is_piece(text: str) -> bool:
    word = text.strip()
    return len(word) <= LONGEST_PIECE and not is_heading(word) and kind_of(word) in _WORDS
