"""How alike two names are: exact, but for what people write differently, or only near."""

import re
import unicodedata
from difflib import SequenceMatcher

_ASIDE = re.compile(r"[\W_]+")


def plain(name: str | None) -> str:
    """Return a name without what people write in several ways.

    Example:
        >>> plain("云岭市 就业服务中心（本级）") == plain("云岭市就业服务中心(本级)")
        True
    """
    return _ASIDE.sub("", unicodedata.normalize("NFKC", name or "")).casefold()


def likeness(one: str, other: str) -> int:
    """Return how alike two plain names are, in 1/100.

    Example:
        >>> likeness("国省干线公路养护", "农村公路养护"), likeness("培训", "培训")
        (57, 100)
    """
    return int(SequenceMatcher(None, one, other, autojunk=False).ratio() * 100)


def is_tail(one: str, other: str, shortest: int = 4) -> bool:
    """Whether one name is the other without what stands before it, such as its place."""
    short, long = sorted((one, other), key=len)
    return len(short) >= shortest and long.endswith(short)
