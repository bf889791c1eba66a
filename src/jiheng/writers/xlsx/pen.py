"""The cell formats of a workbook, each made once."""

from typing import Literal

from msgspec import Struct
from xlsxwriter import Workbook
from xlsxwriter.format import Format

Look = Literal["title", "year", "line", "code", "cell", "prose"]

_LOOKS: dict[Look, dict[str, object]] = {
    "title": {"font_name": "方正小标宋简体", "font_size": 18, "align": "center"},
    "year": {"font_name": "仿宋_GB2312", "font_size": 12, "align": "center"},
    "line": {"font_name": "仿宋_GB2312", "font_size": 10, "align": "left"},
    "code": {"font_name": "仿宋_GB2312", "font_size": 9, "align": "right"},
    "cell": {"font_name": "宋体", "font_size": 9, "align": "center", "border": 1},
    "prose": {"font_name": "宋体", "font_size": 9, "align": "left", "border": 1},
}


class Style(Struct, frozen=True, kw_only=True):
    """How a cell looks.

    Attributes:
        quoted: Excel keeps the text as text also when somebody edits it.
        decimals: decimals shown of a number.
    """

    look: Look
    quoted: bool = False
    decimals: int = 0


class Pen:
    """Gives the format of a style."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._formats: dict[Style, Format] = {}

    def format(self, style: Style) -> Format:
        """Return the workbook's format for this style."""
        if style not in self._formats:
            settings = {**_LOOKS[style.look], "valign": "vcenter", "text_wrap": True}
            if style.quoted:
                settings["quote_prefix"] = True
            settings["num_format"] = "0." + "0" * style.decimals if style.decimals else "General"
            self._formats[style] = self._book.add_format(settings)
        return self._formats[style]
