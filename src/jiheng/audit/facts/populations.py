"""Which people an indicator counts, by the words of its name and its project's."""

import re

from jiheng.audit.facts.names import bare_name
from jiheng.rulebook.lexicons import populations

_AGE = re.compile(r"(?<!\d)(\d{1,3})周?岁及?(以上|以下)")


def populations_in(text: str) -> tuple[str, ...]:
    """Return the words that say that only some people are meant, in their order.

    Example:
        >>> populations_in("城乡居民养老保险65周岁及以上增发"), populations_in("城乡居民养老保险")
        (('65岁以上',), ())
    """
    bare = bare_name(text)
    ages = tuple(f"{age}岁{side}" for age, side in _AGE.findall(bare))
    groups = tuple(word for word in populations() if word in bare)
    return (*ages, *(word for word in groups if not _is_part(word, groups)))


def _is_part(word: str, words: tuple[str, ...]) -> bool:
    return any(word != other and word in other for other in words)
