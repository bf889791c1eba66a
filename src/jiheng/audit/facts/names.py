"""Indicator names, compared without blanks and punctuation."""

import re
import unicodedata
from functools import lru_cache
from itertools import takewhile

_MEMORY = 8_192
"""Names repeat within a form and from form to form."""

_DECORATION = re.compile(r"[\W_]+")


@lru_cache(maxsize=_MEMORY)
def bare_name(name: str) -> str:
    """Return a name without blanks, punctuation and full-width forms.

    Example:
        >>> bare_name("保障 待遇，按时发放（全年）。")
        '保障待遇按时发放全年'
    """
    return bare_text(name)


def beginning_shared(one: str, other: str) -> int:
    """Return with how many signs two names begin alike.

    Example:
        >>> beginning_shared("印章 单价", "印章数量"), beginning_shared("印章单价", "制发印章数")
        (2, 0)
    """
    signs = zip(bare_name(one), bare_name(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], signs))


def bare_text(text: str) -> str:
    """Return a longer text without blanks, punctuation and full-width forms; none is kept."""
    return _DECORATION.sub("", unicodedata.normalize("NFKC", text))


def share_a_word(name: str, text: str, idle: frozenset[str] = frozenset()) -> bool:
    """Whether two characters of the name stand together in the text; idle pairs do not count.

    Example:
        >>> share_a_word("培训人数", "全年培训学员"), share_a_word("培训人数", "惠及人数")
        (True, True)
        >>> share_a_word("培训人数", "惠及人数", frozenset({"人数"}))
        False
    """
    bare = bare_name(name)
    pairs = {bare[at : at + 2] for at in range(len(bare) - 1)} - idle
    return any(pair in text for pair in pairs)
