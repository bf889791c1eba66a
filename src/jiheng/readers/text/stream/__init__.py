"""Texts of one cell a line: which lines make a row is told by what they hold."""

from jiheng.readers.text.stream.blanks import empty_cells
from jiheng.readers.text.stream.cells import Cell
from jiheng.readers.text.stream.headless import headless_rows
from jiheng.readers.text.stream.sections import Part, rows_of_stream
from jiheng.readers.text.stream.turned import turned_blocks
from jiheng.readers.text.stream.words import Token, is_cell_stream

__all__ = [
    "Cell",
    "Part",
    "Token",
    "empty_cells",
    "headless_rows",
    "is_cell_stream",
    "rows_of_stream",
    "turned_blocks",
]
