"""Numbers written into the digit places of a format."""

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from jiheng.formats.xlsx.format_tokens import Section, Token

_THOUSAND = 3
_LARGEST_EXPONENT = 20
_MOST_PLACES = 30
_WIDE = Context(prec=100)


class _Pattern(NamedTuple):
    """A section split at its decimal point.

    Attributes:
        scale: power of ten that the value is multiplied by, for percent and trailing commas.
    """

    whole: tuple[Token, ...]
    decimals: tuple[Token, ...]
    scale: int
    is_grouped: bool


def digits_text(value: Decimal, section: Section, *, is_negative: bool) -> str:
    """Return a value that is not negative in the digit places of a section, rounded half up.

    Args:
        value: the amount without its sign.
        section: the places and the words among them.
        is_negative: a minus stands before it, unless it is rounded to nothing.
    """
    if section.has("exponent"):
        return _scientific(-value if is_negative else value, section)
    if not section.has("digit"):
        return "".join(each.text for each in section.tokens if each.kind in {"literal", "percent"})
    pattern = _pattern(section.tokens)
    if value.adjusted() + pattern.scale > _LARGEST_EXPONENT:
        return str(-value if is_negative else value)
    places = sum(each.kind == "digit" for each in pattern.decimals)
    rounded = _WIDE.scaleb(value, pattern.scale).quantize(
        Decimal(1).scaleb(-min(places, _MOST_PLACES)), ROUND_HALF_UP, _WIDE
    )
    whole, _, decimals = format(rounded, "f").partition(".")
    text = _whole_text(whole, pattern) + _decimals_text(decimals, pattern.decimals)
    return f"-{text}" if is_negative and rounded else text


def _pattern(tokens: tuple[Token, ...]) -> _Pattern:
    digits = [index for index, each in enumerate(tokens) if each.kind == "digit"]
    points = [index for index, each in enumerate(tokens) if each.kind == "point"]
    point = points[0] if points else len(tokens)
    whole_digits = [index for index in digits if index < point] or [-1]
    scale = 2 * sum(each.kind == "percent" for each in tokens)
    is_grouped = False
    for index, each in enumerate(tokens):
        if each.kind != "comma" or index < digits[0]:
            continue
        # Between digits a comma parts the thousands, behind them it divides by a thousand.
        if whole_digits[-1] < index < point or index > digits[-1]:
            scale -= _THOUSAND
        else:
            is_grouped = True
    return _Pattern(tokens[:point], tokens[point:], scale, is_grouped)


def _whole_text(whole: str, pattern: _Pattern) -> str:
    """Write the digits from the right; the first place takes all that are left."""
    places = [index for index, each in enumerate(pattern.whole) if each.kind == "digit"]
    left = list(whole.lstrip("0"))
    written = 0
    pieces: list[str] = []
    for index in range(len(pattern.whole) - 1, -1, -1):
        token = pattern.whole[index]
        if token.kind != "digit":
            pieces.append("" if token.kind == "comma" else token.text)
            continue
        is_first = index == places[0]
        while left or token.text == "0":
            if pattern.is_grouped and written and written % _THOUSAND == 0:
                pieces.append(",")
            pieces.append(left.pop() if left else "0")
            written += 1
            if not (is_first and left):
                break
    # A number without places before the point still shows what it has there.
    return "".join(left) + "".join(reversed(pieces))


def _decimals_text(decimals: str, tokens: tuple[Token, ...]) -> str:
    places = [each.text for each in tokens if each.kind == "digit"]
    shown = decimals
    while shown and places[len(shown) - 1] != "0" and shown.endswith("0"):
        shown = shown[:-1]
    pieces: list[str] = []
    used = 0
    for each in tokens:
        if each.kind == "digit":
            pieces.append(shown[used : used + 1])
            used += 1
        elif each.kind != "comma":
            pieces.append(each.text)
    return "".join(pieces)


def _scientific(value: Decimal, section: Section) -> str:
    tokens = section.tokens
    mark = next(index for index, each in enumerate(tokens) if each.kind == "exponent")
    point = next((index for index, each in enumerate(tokens) if each.kind == "point"), mark)
    places = sum(each.kind == "digit" for each in tokens[point:mark])
    width = sum(each.kind == "digit" for each in tokens[mark:])
    mantissa, _, exponent = f"{value:.{places}E}".partition("E")
    power = int(exponent)
    sign = "-" if power < 0 else "+" if tokens[mark].text.endswith("+") else ""
    return f"{mantissa}E{sign}{abs(power):0{max(width, 1)}d}"
