"""Characters that XML and HTML cannot hold, and those that a spreadsheet computes with."""

import re

_ILLEGAL = {
    code: None
    for code in (*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
    if chr(code) not in "\t\n\v"
}


def printable(text: str) -> str:
    r"""Return the text without control characters; tab, ``\n`` and ``\v`` stay.

    Example:
        >>> printable("得\x00分")
        '得分'
    """
    return text.translate(_ILLEGAL)


_COMPUTES = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""How a text begins that a spreadsheet may take for a formula; East Asian ones know wide signs."""
_HARMLESS = re.compile(r"[=+\-@＝＋－＠]|[-+－＋＝]?\d[\d,]*(\.\d+)?%?", re.ASCII)
"""A sign alone, and a number, come out as what they are."""


def inert(text: str) -> str:
    r"""Return a text that no spreadsheet computes, for CSV and for what is copied into one.

    Example:
        >>> inert("=1+1"), inert("\t@sum"), inert("-5.2%"), inert("≥95%")
        ("'=1+1", "'\t@sum", '-5.2%', '≥95%')
    """
    return f"'{text}" if _COMPUTES.match(text) and not _HARMLESS.fullmatch(text) else text


def inert_lines(text: str) -> str:
    r"""Return a text that can be pasted into a spreadsheet, where each line becomes a cell.

    Example:
        >>> inert_lines("就业率\n+cmd")
        "就业率\n'+cmd"
    """
    return "\n".join(inert(line) for line in text.splitlines())
