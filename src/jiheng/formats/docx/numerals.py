"""Numerals of automatic numbering."""

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"))
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})
_MAX_CIRCLED = 20
_MAX_WORDED = 9999
_LETTERS = 26
_WIDE = {ord(str(digit)): chr(ord("０") + digit) for digit in range(10)}


def numeral(value: int, style: str) -> str:
    """Return a number as a numbering style writes it; plain digits for a style not known.

    Example:
        >>> numeral(12, "chineseCounting"), numeral(3, "decimalEnclosedCircle")
        ('十二', '③')
        >>> numeral(4, "lowerRoman"), numeral(28, "upperLetter"), numeral(7, "decimalZero")
        ('iv', 'BB', '07')
    """
    if not 0 < value <= _MAX_WORDED:
        return str(value)
    if style in _CIRCLED and value > _MAX_CIRCLED:
        return str(value)
    return _STYLES.get(style, str)(value)


def _chinese(value: int) -> str:
    words = ""
    rest = value
    for place, word in _PLACES:
        digit, rest = divmod(rest, place)
        if digit:
            words += _DIGITS[digit] + word
        elif words and rest and not words.endswith("零"):
            words += "零"
    words += _DIGITS[rest] if rest else ""
    return words.removeprefix("一") if words.startswith("一十") else words


def _roman(value: int) -> str:
    words = ""
    rest = value
    for amount, letters in _ROMAN:
        count, rest = divmod(rest, amount)
        words += letters * count
    return words


def _letter(value: int) -> str:
    # Word goes on after Z with AA, BB, CC.
    times, index = divmod(value - 1, _LETTERS)
    return chr(ord("A") + index) * (times + 1)


def _circled(value: int) -> str:
    return chr(ord("①") + value - 1)


def _full_width(value: int) -> str:
    return str(value).translate(_WIDE)


_STYLES: dict[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": _full_width,
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda value: _letter(value).lower(),
}
