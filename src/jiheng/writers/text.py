"""Official tables → plain text, in the three manners in which forms travel as text."""

import re
from collections.abc import Callable

from jiheng.model.document import LINE_BREAK
from jiheng.writers.layout import LaidOut

Rows = list[list[str]]

_MARKDOWN_SIGNS = re.compile(r"([\\|*_<>`])")


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
    before = [_one_line(line.text) for line in laid.before]
    after = "\n".join(_one_line(line.text) for line in laid.after)
    return "\n\n".join(part for part in (*before, table, after) if part)


def _one_line(text: str) -> str:
    return re.sub(rf"[\t\n\r{LINE_BREAK}]+", " ", text).strip()


def _rows(laid: LaidOut) -> Rows:
    rows = [[""] * laid.columns for _ in range(laid.rows)]
    for cell in laid.grid.cells:
        rows[cell.row][cell.column] = cell.text
    return rows


def _tabs(laid: LaidOut) -> str:
    return "\n".join("\t".join(_one_line(text) for text in row) for row in _rows(laid))


def _pipes(laid: LaidOut) -> str:
    lines = [f"| {' | '.join(_escaped(text) for text in row)} |" for row in _rows(laid)]
    rule = f"|{' --- |' * laid.columns}"
    return "\n".join([lines[0], rule, *lines[1:]])


def _escaped(text: str) -> str:
    pieces = re.split(rf"[\n{LINE_BREAK}]", text)
    return "<br>".join(_MARKDOWN_SIGNS.sub(r"\\\1", _one_line(piece)) for piece in pieces)


def _lines(laid: LaidOut) -> str:
    return "\n".join(_one_line(cell.text) for cell in laid.grid.cells if cell.text)
