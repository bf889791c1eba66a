"""Units of measure: where one begins in a text, what it measures, how many base units it is."""

import re
from functools import lru_cache

from msgspec import Struct

from jiheng.quantities.numerals import Fraction, reduced, times
from jiheng.rulebook import words

_SCALE = re.compile(r"[十百千万亿]+")
_UNKNOWN = re.compile(r"[\u4e00-\u9fff]{1,4}")
_BELOW = "/每"
_PRODUCT = "*·.×"
_ONE: Fraction = (1, 1)


class Unit(Struct, frozen=True, kw_only=True):
    """A unit as normalised.

    Attributes:
        text: 万元, 元/人·月.
        scale: base units in one such unit.
        dimension: money, money/people/month, 套.
        per: the dimension below a price.
        is_scaled: it begins with 万, 亿, ….
    """

    text: str
    scale: Fraction
    dimension: str
    per: str | None = None
    is_scaled: bool = False


class Match(Struct, frozen=True, kw_only=True):
    """A unit found in a text, and where it ends."""

    unit: Unit
    end: int


@lru_cache(maxsize=1)
def _lexicon() -> tuple[dict[str, Unit], int]:
    """Return every spelling → unit, and the length of the longest spelling."""
    found: dict[str, Unit] = {}
    listed = words.units()
    for word in listed.counted.split():
        found[word] = Unit(text=word, scale=_ONE, dimension=word)
    for entry in listed.units:
        top, _, bottom = entry.scale.partition("/")
        unit = Unit(
            text=entry.unit,
            scale=reduced(int(top), int(bottom or "1")),
            dimension=entry.dimension,
            per=entry.per,
        )
        found.update(dict.fromkeys((entry.unit, *entry.also), unit))
    return found, max(map(len, found))


def factor_of(scale: str) -> int:
    """Return how much a run of scale words multiplies by.

    Example:
        >>> factor_of("万"), factor_of("百万"), factor_of("")
        (10000, 1000000, 1)
    """
    factors = words.units().scales
    product = 1
    for sign in scale:
        product *= factors[sign]
    return product


def _listed(text: str, start: int) -> Match | None:
    """Return the longest listed spelling that begins at ``start``."""
    lexicon, longest = _lexicon()
    for end in range(min(len(text), start + longest), start, -1):
        unit = lexicon.get(text[start:end])
        if unit is not None and not _runs_on(text, end):
            return Match(unit=unit, end=end)
    return None


def _runs_on(text: str, end: int) -> bool:
    """Say whether a Latin unit would be cut out of a longer Latin word (t of type)."""
    rest = text[end : end + 1]
    return rest.isascii() and rest.isalpha() and text[end - 1].isascii() and text[end - 1].isalpha()


def _base(text: str, start: int) -> Match | None:
    """Return the single unit at ``start``, with the scale word before it: 万人次."""
    found = _listed(text, start)
    if found is not None:
        return found
    scale = _SCALE.match(text, start)
    if scale is None:
        return None
    found = _listed(text, scale.end())
    if found is None:
        return None
    unit = Unit(
        text=scale.group() + found.unit.text,
        scale=times(found.unit.scale, (factor_of(scale.group()), 1)),
        dimension=found.unit.dimension,
        is_scaled=True,
    )
    return Match(unit=unit, end=found.end)


def _below(text: str, start: int) -> Match | None:
    """Return the unit below a stroke; an unknown measure word is taken as it stands."""
    found = _base(text, start)
    if found is not None:
        return found
    unknown = _UNKNOWN.match(text, start)
    if unknown is None:
        return None
    word = unknown.group()
    return Match(unit=Unit(text=word, scale=_ONE, dimension=word), end=unknown.end())


def _step(text: str, at: int, *, is_price: bool) -> int | None:
    """Return where the next unit below the stroke begins, or None when there is none."""
    sign = text[at : at + 1]
    if not sign:
        return None
    if sign in _BELOW:
        return at + 2 if text[at + 1 : at + 2] in {"(", "每"} else at + 1
    return at + 1 if is_price and sign in _PRODUCT else None


def match(text: str, start: int = 0) -> Match | None:
    """Return the unit that begins at ``start``, as long as possible, or None.

    Example:
        >>> match("元/人*月").unit.text, match("元/人*月").unit.dimension
        ('元/人·月', 'money/people/month')
        >>> match("万人以上").end, match("每") is None
        (2, True)
    """
    first = _base(text, start)
    if first is None:
        return None
    below: list[Unit] = []
    end = first.end
    while (begin := _step(text, end, is_price=bool(below))) is not None:
        found = _below(text, begin)
        if found is None:
            break
        below.append(found.unit)
        end = found.end + (text[found.end : found.end + 1] == ")" and "(" in text[start:begin])
    return Match(unit=_compound(first.unit, tuple(below)), end=end) if below else first


def _compound(first: Unit, below: tuple[Unit, ...]) -> Unit:
    scale = first.scale
    dimension = first.dimension
    for unit in below:
        dimension = f"{dimension}/{unit.per or unit.dimension}"
        if unit.per is None:
            scale = times(scale, (unit.scale[1], unit.scale[0]))
    return Unit(
        text=f"{first.text}/{'·'.join(unit.text for unit in below)}",
        scale=scale,
        dimension=dimension,
        is_scaled=first.is_scaled,
    )


def below_price(text: str) -> tuple[Unit, ...] | None:
    """Return the units of words such as 每人每月, or None when there is anything else.

    Example:
        >>> [unit.text for unit in below_price("每人每月")], below_price("每次培训")
        (['人', '月'], None)
    """
    found: list[Unit] = []
    at = 0
    while text[at : at + 1] == "每":
        unit = _base(text, at + 1)
        if unit is None:
            return None
        found.append(unit.unit)
        at = unit.end
    return tuple(found) if found and at == len(text) else None


def priced(first: Unit, below: tuple[Unit, ...]) -> Unit:
    """Return the unit price made of a unit and what it is paid for.

    Example:
        >>> priced(resolve("元"), below_price("每人每月")).text
        '元/人·月'
    """
    return _compound(first, below)


@lru_cache(maxsize=4096)
def resolve(text: str) -> Unit | None:
    """Return the unit that the whole text is, or None.

    Example:
        >>> resolve("万立方米").scale, resolve("万立方米").dimension
        ((10000, 1), 'volume')
        >>> resolve("达成") is None
        True
    """
    found = match(text)
    return found.unit if found is not None and found.end == len(text) else None
