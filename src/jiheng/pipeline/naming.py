"""What a file is called in messages and documents, whatever bytes its name holds."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from jiheng.rulebook.messages import LANGUAGES, SOURCE, say, template

REPORT, FINDINGS = "report.html", "findings.xlsx"
"""What an audit leaves in a folder."""

_MARKS = (template("inplace.copy", each) or "" for each in (SOURCE, *LANGUAGES))
_ANNOTATED = re.compile(
    "|".join(
        re.escape(mark.removeprefix("{name}")).replace(re.escape("{number}"), r"\d*") + "$"
        for mark in _MARKS
    )
)
"""How the name ends of a file that we put comments into, in whatever language."""

_BYTES = re.compile("[\udc80-\udcff]")
"""Bytes of a name that are no UTF-8, as Python keeps them."""
_UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}
# These turn the letters of a line around, so that a name reads as another one.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def annotated_names(path: Path, language: str = SOURCE) -> Iterator[str]:
    """Yield the names that a file with comments may have, the best first.

    Example:
        >>> names = annotated_names(Path("a/自评表.docx"))
        >>> next(names), next(names)
        ('自评表（绩衡批注）.docx', '自评表（绩衡批注2）.docx')
        >>> next(annotated_names(Path("自评表（绩衡批注2）.docx"), "en"))
        '自评表 (Jiheng comments).docx'
    """
    stem = _ANNOTATED.sub("", path.stem)
    for number in count(1):
        times = str(number) if number > 1 else ""
        yield say("inplace.copy", language, name=stem, number=times) + path.suffix


def is_annotated(path: Path) -> bool:
    """Whether a file is called as one that we put comments into."""
    return _ANNOTATED.search(path.stem) is not None


def called(path: Path | str) -> str:
    r"""Return a path as one line that any terminal and any document can hold.

    Line ends, escape sequences and bytes that are no text stand as ``\x1b`` and the like; a name
    that Chinese Windows wrote is read as such.

    Example:
        >>> called("表\n一.docx"), called("\udcff.txt"), called("某局　自评表.docx")
        ('表\\n一.docx', '\\udcff.txt', '某局\u3000自评表.docx')
        >>> called("水务局/\udcb1\udced.txt")
        '水务局/表.txt'
    """
    name = str(path)
    if _BYTES.search(name):
        name = "/".join(_as_written(part) for part in name.split("/"))
    return "".join(_shown(sign) for sign in name)


def _as_written(name: str) -> str:
    """Return a name whose bytes are no UTF-8 as the Chinese that they are, where they are."""
    if not _BYTES.search(name):
        return name
    try:
        return name.encode("utf-8", "surrogateescape").decode("gb18030")
    except UnicodeError:
        return name


def _shown(sign: str) -> str:
    if unicodedata.category(sign) in _UNPRINTABLE or sign in _TURNING:
        return sign.encode("unicode_escape").decode("ascii")
    return sign
