"""The cell formats of a workbook, each made once."""

from typing import Literal

from msgspec import Struct
from xlsxwriter import Workbook
from xlsxwriter.format import Format

Look = Literal["title", "year", "line", "code", "cell", "prose"]

_LOOKS: dict[Look, dict[str, object]] = {
    "title": {"font_name": "方正小标宋简体", "align": "center"},
    "year": {"font_name": "仿宋_GB2312", "align": "center"},
    "line": {"font_name": "仿宋_GB2312", "align": "left"},
    "code": {"font_name": "仿宋_GB2312", "align": "right"},
    "cell": {"font_name": "宋体", "align": "center", "border": 1},
    "prose": {"font_name": "宋体", "align": "left", "border": 1},
}

GENERAL = "General"


class Style(Struct, frozen=True, kw_only=True):
    """How a cell looks.

    Attributes:
        size: of the letters, in half points.
        quoted: Excel keeps the text as text also when somebody edits it.
        number: format of a number.
    """

    look: Look
    size: int
    quoted: bool = False
    number: str = GENERAL


class Pen:
    """Gives the format of a style."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._formats: dict[Style, Format] = {}

    def format(self, style: Style) -> Format:
        """Return the workbook's format for this style."""
        if style not in self._formats:
            settings = {**_LOOKS[style.look], "valign": "vcenter", "text_wrap": True}
            settings["font_size"] = f"{style.size / 2:g}"
            if style.quoted:
                settings["quote_prefix"] = True
            settings["num_format"] = style.number
            self._formats[style] = self._book.add_format(settings)
        return self._formats[style]
