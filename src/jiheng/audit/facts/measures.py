"""What a value measures: money, a share, a time, a length, …, or a count of something."""

from functools import lru_cache

from jiheng.audit.facts.words import bare_name, mentions
from jiheng.model.quantity import Quantity
from jiheng.rulebook.lexicons import NameMeasure, measure_words

_NUMBERS = frozenset({"number", "range"})
_POINTS = "分"
"""No count: 95分 of a satisfaction is a share, 30分 of a response are minutes."""
_DURATIONS = frozenset({"time", "working-day", "month"})


def measure_of(value: Quantity) -> str | None:
    """Return what a number with a unit measures; None for a bare number, and for one in a phrase.

    All durations are ``time``; of a unit price or a frequency it is what stands above the stroke.

    Example:
        >>> from jiheng.quantities import parse
        >>> [measure_of(parse(text)) for text in ("≥95%", "3个月", "20元/人", "12套", "12")]
        ['ratio', 'time', 'money', '套', None]
    """
    is_alone = value.kind in _NUMBERS and not value.prefix and not value.note
    return measure_of_unit(value) if is_alone else None


def measure_of_unit(value: Quantity) -> str | None:
    """Return what the unit of a number measures, whatever words stand around it."""
    if not value.dimension:
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


@lru_cache(maxsize=8_192)
def asked_by(name: str) -> NameMeasure | None:
    """Return what a name asks for, or None where it could be anything.

    Example:
        >>> asked_by("培训合格率（%）").asks, asked_by("绿化面积").asks, asked_by("办事效率")
        ('rate', 'area', None)
    """
    head = bare_name(name)
    return next((rule for rule in measure_words().names if _fits(head, rule)), None)


def _fits(head: str, rule: NameMeasure) -> bool:
    is_meant = head.endswith(rule.endings) or (bool(rule.starts) and head.startswith(rule.starts))
    return is_meant and not mentions(head, rule.unless)


def is_refused(measure: str, rule: NameMeasure) -> bool:
    """Whether a name that asks for one thing cannot mean this measure.

    Example:
        >>> [is_refused(measure, asked_by("培训合格率")) for measure in ("ratio", "期", "分")]
        [False, True, False]
    """
    if measure in rule.refuses:
        return True
    is_counted = measure not in {*measure_words().physical, "people", _POINTS}
    return is_counted and "counted" in rule.refuses
