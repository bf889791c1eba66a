"""Official tables → plain text, in the three manners in which forms travel as text."""

import re
from collections.abc import Callable

from jiheng.model.document import LINE_BREAK
from jiheng.writers.characters import printable
from jiheng.writers.layout import LaidOut

Rows = list[list[str]]

_BLANKS = re.compile(r"[\t\r]+")
_MARKUP = re.compile(r"\\|<(?=[a-zA-Z/])|>|&(?=[#a-zA-Z])")
_MARKDOWN = re.compile(r"[\\|*_<>`&]")
_ESCAPED = {"&": "&amp;"}


def write_text(*forms: LaidOut) -> bytes:
    """Return tab-separated rows; a merged cell's text stands at its first place only."""
    return _write(forms, _tabs)


def write_markdown(*forms: LaidOut) -> bytes:
    """Return tables with pipes; a merged cell's text stands at its first place only."""
    return _write(forms, _pipes)


def write_lines(*forms: LaidOut) -> bytes:
    """Return each non-empty cell on a line of its own, in reading order."""
    return _write(forms, _lines)


def _write(forms: tuple[LaidOut, ...], table: Callable[[LaidOut], str]) -> bytes:
    return "\n\n".join(_form(laid, table(laid)) for laid in forms).encode() + b"\n"


def _form(laid: LaidOut, table: str) -> str:
    before = [_cell(line.text, _MARKUP) for line in laid.before]
    after = "\n".join(_cell(line.text, _MARKUP) for line in laid.after)
    return "\n\n".join(part for part in (*before, table, after) if part)


def _cell(text: str, signs: re.Pattern[str]) -> str:
    """Return a cell on one line: paragraphs and breaks as tags, signs of markup escaped."""
    clean = _BLANKS.sub(" ", printable(text)).strip()
    plain = signs.sub(lambda sign: _ESCAPED.get(sign[0], f"\\{sign[0]}"), clean)
    paragraphs = plain.replace(LINE_BREAK, "<br>").split("\n")
    return _tagged(paragraphs)


def _tagged(paragraphs: list[str]) -> str:
    """Return one paragraph as it is, several between tags."""
    if len(paragraphs) == 1:
        return paragraphs[0]
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def _rows(laid: LaidOut) -> Rows:
    rows = [[""] * laid.columns for _ in range(laid.rows)]
    for cell in laid.grid.cells:
        rows[cell.row][cell.column] = cell.text
    return rows


def _tabs(laid: LaidOut) -> str:
    return "\n".join("\t".join(_cell(text, _MARKUP) for text in row) for row in _rows(laid))


def _pipes(laid: LaidOut) -> str:
    lines = [f"| {' | '.join(_cell(text, _MARKDOWN) for text in row)} |" for row in _rows(laid)]
    rule = f"|{' --- |' * laid.columns}"
    return "\n".join([lines[0], rule, *lines[1:]])


def _lines(laid: LaidOut) -> str:
    return "\n".join(_cell(cell.text, _MARKUP) for cell in laid.grid.cells if cell.text)
