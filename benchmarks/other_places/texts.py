"""The texts and what they say, in sets: each set was written before its texts were ever read."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

FOLDER = Path(__file__).parent / "written"
SETS = (1, 2, 3, 4, 5, 6, 7, 8)

_SIGNS = str.maketrans("≧≦═—–", "≥≤=--")
_ORDINAL = re.compile(r"^指标\d{1,2}[:.、]")


class Row(Struct, frozen=True, array_like=True):
    """An indicator as printed, without blanks; "" for an empty cell or a column that is none.

    Attributes:
        target: operator, value and unit together, though they may stand in columns of their own.
    """

    name: str
    target: str
    actual: str
    weight: str
    score: str


class Printed(Struct, frozen=True, kw_only=True):
    """A form as printed."""

    project: str
    total: str
    indicators: tuple[Row, ...]


class Text(Struct, frozen=True, kw_only=True):
    """A text.

    Attributes:
        style: what parts its cells: ``blanks``, ``lines`` (a cell a line), ``pipes``, ``tabs``,
            ``commas``, ``nothing``, or ``page``: as a page was printed, which may break rows
            anywhere.
    """

    style: str
    forms: tuple[Printed, ...]
    path: Path = FOLDER

    @property
    def set_number(self) -> int:
        """The number of its set."""
        return int(self.path.stem.partition("-")[0])


def texts(sets: tuple[int, ...] = SETS) -> Iterator[Text]:
    """Yield the texts of sets, each with what it says."""
    for truth in sorted(FOLDER.glob("*.json")):
        text = msgspec.json.decode(truth.read_bytes(), type=Text)
        text = msgspec.structs.replace(text, path=truth.with_suffix(".txt"))
        if text.set_number in sets:
            yield text


def plain(text: str | None) -> str:
    """Return what a cell says without blanks, widths of signs, and the ordinal of a template.

    Example:
        >>> plain("指标1：养护 里程"), plain("＞=90％"), plain("—")
        ('养护里程', '≥90%', '')
    """
    bare = "".join(unicodedata.normalize("NFKC", text or "").split()).translate(_SIGNS)
    bare = bare.replace(">=", "≥").replace("<=", "≤")
    return _ORDINAL.sub("", "" if bare in {"-", "--", "/"} else bare)
