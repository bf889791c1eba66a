"""What a value measures: money, a share, a time, a length, …, or a count of something."""

from functools import lru_cache

from jiheng.model.quantity import Quantity
from jiheng.rulebook.lexicons import measure_words

_NUMBERS = frozenset({"number", "range"})
_DURATIONS = frozenset({"time", "working-day", "month"})


def measure_of(value: Quantity) -> str | None:
    """Return what a number with a unit measures; None for a bare number, and for one in a phrase.

    All durations are ``time``; of a unit price or a frequency it is what stands above the stroke.

    Example:
        >>> from jiheng.quantities import parse
        >>> [measure_of(parse(text)) for text in ("≥95%", "3个月", "20元/人", "12套", "12")]
        ['ratio', 'time', 'money', '套', None]
    """
    if value.kind not in _NUMBERS or not value.dimension or value.prefix or value.note:
        return None
    head = value.dimension.split("/")[0]
    return "time" if head in _DURATIONS else head


@lru_cache(maxsize=1_024)
def are_alike(one: str, other: str) -> bool:
    """Whether two measures may stand for one another; counts of things always may.

    Example:
        >>> are_alike("套", "台"), are_alike("ratio", "分"), are_alike("area", "length")
        (True, True, False)
    """
    words = measure_words()
    told_apart = {*words.physical, "people"}
    if one == other or not told_apart & {one, other}:
        return True
    return (one, other) in words.alike or (other, one) in words.alike


def paid_for(value: Quantity) -> frozenset[str]:
    """Return what a unit price is paid for, as far as prices are told apart by it.

    Example:
        >>> from jiheng.quantities import parse
        >>> sorted(paid_for(parse("4元/人*月"))), sorted(paid_for(parse("75元/个")))
        (['month', 'people'], [])
    """
    below = (value.dimension or "").split("/")[1:]
    return frozenset(below) & measure_words().paid_for
