"""How the cells of fields are drawn: as print, or as whoever shows the sheet wants them."""

from collections.abc import Callable

from msgspec import Struct

from jiheng.writers.report.markup import Html, lines


class Ink(Struct, frozen=True, kw_only=True):
    """What stands in the cell of a field.

    Attributes:
        path: the field, for those who look for its cell; None on paper.
        kind: a class of the cell.
    """

    contents: Html
    path: str | None = None
    kind: str | None = None


Pen = Callable[[str, str], Ink]
"""Field and its text as printed → what is drawn."""


def printed(_path: str, text: str) -> Ink:
    """Return the text as it is printed."""
    return Ink(contents=lines(text))
