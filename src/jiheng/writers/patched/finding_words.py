"""Where the words that a correction replaces stand in a text."""

import re

from jiheng.writers.patched.edits import Refused

Span = tuple[int, int]


def span_of(text: str, old: str) -> Span:
    """Return where the old words stand; they must stand there once.

    A number is not looked for inside of a longer one.

    Raises:
        Refused: they are not there, or more than once.

    Example:
        >>> span_of("自评得分184.5分，总分84.5", "84.5")
        (13, 17)
    """
    if text == old:
        return 0, len(text)
    before = r"(?<![\d.])" if old[:1].isdigit() else ""
    after = r"(?!\d|\.\d)" if old[-1:].isdigit() else ""
    found = [match.span() for match in re.finditer(before + re.escape(old) + after, text)]
    if not found or not old:
        raise Refused("absent", old=old)
    if len(found) > 1:
        raise Refused("ambiguous", old=old)
    return found[0]
