"""What a file is called in messages and documents, whatever bytes its name holds."""

import unicodedata
from pathlib import Path

REPORT, FINDINGS = "report.html", "findings.xlsx"
"""What an audit leaves in a folder."""

_UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}
# These turn the letters of a line around, so that a name reads as another one.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def called(path: Path | str) -> str:
    r"""Return a path as one line that any terminal and any document can hold.

    Line ends, escape sequences and bytes that are no text stand as ``\x1b`` and the like.

    Example:
        >>> called("表\n一.docx"), called("\udcff.txt"), called("某局　自评表.docx")
        ('表\\n一.docx', '\\udcff.txt', '某局\u3000自评表.docx')
    """
    return "".join(_shown(sign) for sign in str(path))


def _shown(sign: str) -> str:
    if unicodedata.category(sign) in _UNPRINTABLE or sign in _TURNING:
        return sign.encode("unicode_escape").decode("ascii")
    return sign
