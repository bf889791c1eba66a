"""Small questions about the words of a row."""

import re

from jiheng.rulebook.phrases import Told, phrase, series

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


def quoted_names(names: tuple[str, ...], most: int = 3) -> Told:
    """Return names for a sentence, each once; only the first few where there are many.

    Example:
        >>> from jiheng.rulebook.messages import worded
        >>> worded(quoted_names(("甲", "乙", "甲"))), worded(quoted_names(("甲", "乙", "丙", "丁")))
        ('“甲”“乙”', '“甲”“乙”“丙”等')
    """
    single = tuple(dict.fromkeys(names))
    listed = series((phrase("words.quoted", name=name) for name in single[:most]), "beside")
    return listed if len(single) <= most else phrase("words.quoted-some", names=listed)
