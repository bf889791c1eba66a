"""Characters that XML and HTML cannot hold."""

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
