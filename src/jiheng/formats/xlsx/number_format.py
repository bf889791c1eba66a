"""Values shown the way their number format shows them."""

from decimal import Decimal
from functools import lru_cache

from jiheng.formats.xlsx.calendar import moment_of
from jiheng.formats.xlsx.date_text import date_text
from jiheng.formats.xlsx.digits import digits_text
from jiheng.formats.xlsx.format_tokens import Section, Token, split_sections

_PLAIN_EXPONENTS = range(-10, 21)
_NEGATIVE_SECTION = 2
_TEXT_SECTION = 4
_COMPARISONS = {
    "<": Decimal.__lt__,
    "<=": Decimal.__le__,
    ">": Decimal.__gt__,
    ">=": Decimal.__ge__,
    "=": Decimal.__eq__,
    "<>": Decimal.__ne__,
}


class NumberFormat:
    """A format code, ready to show values.

    Attributes:
        is_date: it shows dates or times.
    """

    def __init__(self, code: str) -> None:
        sections = split_sections(code)
        is_text_last = len(sections) == _TEXT_SECTION or sections[-1].has("text")
        self._text = sections[-1] if is_text_last else None
        self._numbers = sections[:-1] if is_text_last else sections
        self.is_date = any(each.has("date", "elapsed") for each in self._numbers)

    def number(self, value: Decimal, *, is_1904: bool = False) -> str:
        """Return a number, or the day that it counts, as text."""
        if not self._numbers:
            return self._worded(general(value))
        section, needs_sign = self._section(value)
        if section.has("date", "elapsed"):
            moment = moment_of(value, is_1904=is_1904)
            return general(value) if moment is None else date_text(moment, value, section)
        if section.has("general"):
            return _around_general(abs(value) if not needs_sign else value, section.tokens)
        if section.has("slash"):
            # Fractions approximate; the exact value says more.
            return general(value)
        return digits_text(abs(value), section, is_negative=needs_sign and value < 0)

    def text(self, text: str) -> str:
        """Return a text as the format shows it."""
        return self._worded(text)

    def _worded(self, text: str) -> str:
        if self._text is None:
            return text
        pieces = [text if each.kind == "text" else each.text for each in self._text.tokens]
        return "".join(pieces)

    def _section(self, value: Decimal) -> tuple[Section, bool]:
        """Return the section for a value, and whether the sign is still to be written."""
        numbers = self._numbers
        if any(section.condition for section in numbers):
            for section in numbers:
                if section.condition is None or _holds(value, section.condition):
                    return section, True
            return numbers[-1], True
        if value < 0 and len(numbers) >= _NEGATIVE_SECTION:
            return numbers[1], False
        if value == 0 and len(numbers) > _NEGATIVE_SECTION:
            return numbers[2], False
        return numbers[0], True


@lru_cache(maxsize=512)
def compile_format(code: str) -> NumberFormat:
    """Return the format of a code."""
    return NumberFormat(code)


def general(value: Decimal) -> str:
    """Return a number without a format: all its digits, no trailing zeros.

    Excel would cut what its column has no room for; nothing is cut here.

    Example:
        >>> general(Decimal("17461600.00")), general(Decimal("0.30")), general(Decimal("-0"))
        ('17461600', '0.3', '0')
    """
    if value == 0:
        return "0"
    bare = value.normalize()
    if bare.adjusted() in _PLAIN_EXPONENTS:
        return format(bare, "f")
    return str(bare)


def _around_general(value: Decimal, tokens: tuple[Token, ...]) -> str:
    return "".join(general(value) if each.kind == "general" else each.text for each in tokens)


def _holds(value: Decimal, condition: tuple[str, str]) -> bool:
    return bool(_COMPARISONS[condition[0]](value, Decimal(condition[1])))
