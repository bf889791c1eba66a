"""Small questions about the words of a row."""

import re

_REMARK = re.compile(r"[（(][^（()）]*[)）]")


def mentions(text: str | None, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands anywhere in the text.

    Example:
        >>> mentions("参保缴费人数", ("缴费",)), mentions(None, ("缴费",))
        (True, False)
    """
    return text is not None and any(word in text for word in words)


def bare_name(name: str) -> str:
    """Return a name without remarks in brackets and without punctuation at its end.

    Example:
        >>> bare_name("学员满意度（%）：")
        '学员满意度'
    """
    return _REMARK.sub("", name).rstrip("：:。. ")


def has_digit(text: str) -> bool:
    """Whether a figure stands in the text."""
    return any(sign.isdigit() for sign in text)


def quoted_names(names: tuple[str, ...], most: int = 3) -> str:
    """Return names for a sentence, each once; only the first few where there are many.

    Example:
        >>> quoted_names(("甲", "乙", "甲")), quoted_names(("甲", "乙", "丙", "丁"))
        ('“甲”“乙”', '“甲”“乙”“丙”等')
    """
    single = tuple(dict.fromkeys(names))
    listed = "".join(f"“{name}”" for name in single[:most])
    return listed if len(single) <= most else f"{listed}等"
