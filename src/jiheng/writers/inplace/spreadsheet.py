"""Names and texts as spreadsheets write them."""

import re

from jiheng.writers.inplace.names import xml_text

_LETTERS = 26
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def cell_name(place: tuple[int, int]) -> str:
    """Return what Excel calls a cell.

    Example:
        >>> cell_name((0, 0)), cell_name((9, 27))
        ('A1', 'AB10')
    """
    row, left = place[0] + 1, place[1] + 1
    letters = ""
    while left:
        left, letter = divmod(left - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def spreadsheet_text(text: str) -> str:
    """Return a text as the XML of a workbook holds it.

    Example:
        >>> spreadsheet_text("a<b_x000D_")
        'a&lt;b_x005F_x000D_'
    """
    return xml_text(_LIKE_AN_ESCAPE.sub("_x005F_", text))
