"""Any printed value, understood: ``parse`` and ``parse_in``."""

import re
from functools import lru_cache

from msgspec.structs import replace

from jiheng.model.quantity import Quantity
from jiheng.quantities import operators
from jiheng.quantities.calendar import dated
from jiheng.quantities.comparison import compared
from jiheng.quantities.normal import normalise
from jiheng.quantities.numerals import times
from jiheng.quantities.spoken import spoken
from jiheng.quantities.units import Unit, match, resolve
from jiheng.quantities.wording import is_blank, worded

LONGEST = 500
"""Longer texts are prose; they are kept and not parsed."""

_PLACEHOLDER = re.compile(
    r"\*{2,}|×{2,}|(?<![0-9元人个费用额数])×(?=[年月日%万个])|[Xx]{2,}|_{2,}|□+|○{2,}|\?{2,}|\([^()]*\d+字以内\)"
)
_DOTS = re.compile(r"\.{3,}(?![\u4e00-\u9fff])")
_APART = re.compile(
    r"[、;且](?![^()]*\))|,(?![0-9]{3}(?![0-9]))(?![^()]*\))|(?<=[\u4e00-\u9fff%])和(?=[0-9])"
)
_SAME_TWICE = re.compile(r"([0-9.]+)/\1")
_BRACKET = re.compile(r"[^()]*\(([^()]+)\)")
_VALUES = frozenset({"number", "range", "date", "period"})


def parse(text: str | None) -> Quantity:
    """Return what a printed value means; never fails, whatever the text.

    Amounts are exact: ``amount / over`` in 1/10,000 of the base unit. Base units: 元, 1 for
    100 %, 秒 (dimension time), 月 (month; 年 = 12), 工作日, 米, 亩, 立方米, 公斤, 人; a counted
    thing counts itself. Words that stand for 100-character hints or asterisks are placeholders.

    Flags on which a comparison turns: ``scaled`` (written with 万, 亿), ``two-numbers`` (2天3夜),
    ``two-operators`` (≥5%以下), ``change`` and ``decrease`` (较上年下降), ``ambiguous-date``
    (9月前), ``impossible-date`` (11月31日). Others only tell how the text was understood.

    Example:
        >>> value = parse("≤8687万元")
        >>> value.op, value.amount, value.unit, value.dimension
        ('le', 868700000000, '万元', 'money')
        >>> parse("大于等于 98 %").amount, parse("=0.2元/人*月").dimension
        (9800, 'money/people/month')
        >>> parse("达成年度指标").tier, parse("2023年底").last, parse("—").kind
        ('met', '2023-12-31', 'blank')
    """
    if text is None:
        return Quantity(raw="", normalised="", kind="blank")
    if len(text) > LONGEST:
        return Quantity(raw=text, normalised=text, kind="text", flags=("too-long",))
    return _parse(text)


@lru_cache(maxsize=65_536)
def _parse(raw: str) -> Quantity:
    return _understood(raw, normalise(raw))


def _understood(raw: str, text: str) -> Quantity:
    if is_blank(text):
        return Quantity(raw=raw, normalised=text, kind="blank")
    if not text.isascii() and not any(sign.isnumeric() for sign in text):
        return _placeholder(raw, text) or dated(raw, text) or worded(raw, text)
    return (
        _placeholder(raw, text)
        or _listed(raw, text)
        or _dated(raw, text)
        or spoken(raw, text)
        or compared(raw, text)
        or worded(raw, text)
    )


def _placeholder(raw: str, text: str) -> Quantity | None:
    """Return a cell that was never filled in, with the operator and unit that it prints."""
    found = _PLACEHOLDER.search(text) or _dots(text)
    if found is None:
        return None
    _, operator, _ = operators.before(text[: found.start()])
    unit = match(text, found.end())
    if unit is not None and _PLACEHOLDER.search(text, unit.end):
        unit = None
    return Quantity(
        raw=raw,
        normalised=text,
        kind="placeholder",
        op=operator,
        unit=unit.unit.text if unit else None,
        scale=unit.unit.scale if unit else (1, 1),
        dimension=unit.unit.dimension if unit else None,
    )


def _dots(text: str) -> re.Match[str] | None:
    """Return the dots of a cell that holds dots, an operator and a unit, and no words."""
    found = _DOTS.search(text)
    has_words = found is not None and any(sign.isalnum() for sign in text[: found.start()])
    return None if has_words else found


def _listed(raw: str, text: str) -> Quantity | None:
    """Return two values or more in one cell: 5000吨稻谷、500吨成品粮."""
    twice = _SAME_TWICE.fullmatch(text)
    pieces = text.split("/") if twice else [piece for piece in _APART.split(text) if piece]
    if len(pieces) < 2:  # noqa: PLR2004  a list has two members
        return None
    parts = tuple(_understood(piece, piece) for piece in pieces)
    if sum(part.kind in _VALUES for part in parts) < 2:  # noqa: PLR2004
        return None
    is_bare = any(part.kind == "number" and part.unit is None for part in parts[1:])
    flags = ("two-numbers",) if is_bare else ()
    return Quantity(raw=raw, normalised=text, kind="list", parts=parts, flags=flags)


def _dated(raw: str, text: str) -> Quantity | None:
    """Return a date, also with a glyph before it: ≤2024年12月31日, but ≥6月 is a duration."""
    glyph = operators.GLYPHS.get(text[0])
    if glyph is None:
        return dated(raw, text)
    value = dated(raw, text[1:])
    if value is None or value.kind != "date" or "no-year" in value.flags:
        return None
    return replace(value, normalised=text, op=glyph)


def parse_in(text: str | None, *, unit: str | None = None, name: str | None = None) -> Quantity:
    """Return the value of a cell whose unit or operator stands elsewhere.

    Args:
        text: the cell.
        unit: the cell of a unit column, such as 万元.
        name: the indicator's name, which may end in ``(人)`` or ``(≥**%)``.

    Returns:
        ``parse(text)``, with what the cell itself does not print taken first from the unit column
        and then from the name.

    Example:
        >>> parse_in("30", unit="万元").amount == parse("300000元").amount
        True
        >>> value = parse_in("85", name="苗木成活率(≥**%)")
        >>> value.op, value.amount, value.flags
        ('ge', 8500, ('operator-in-name',))
    """
    value = parse(text)
    if value.kind not in {"number", "range", "placeholder"}:
        return value
    hint = _hint(name)
    if value.unit is None:
        there = resolve(normalise(unit)) if unit else None
        if there is None and hint is not None and hint.unit is not None:
            there = resolve(hint.unit)
        value = value if there is None else _with_unit(value, there)
    if value.op is None and hint is not None and hint.op is not None:
        value = replace(value, op=hint.op, flags=(*value.flags, "operator-in-name"))
    return value


def in_unit(value: Quantity, unit: str) -> Quantity:
    """Return a bare number or range in a unit; as it stands when no list knows the unit.

    Example:
        >>> in_unit(parse("30"), "万元").amount == parse("300000元").amount
        True
    """
    there = resolve(unit)
    return value if there is None else _with_unit(value, there)


def _hint(name: str | None) -> Quantity | None:
    """Return the unit and operator in brackets at the end of a name."""
    found = _BRACKET.fullmatch(normalise(name)) if name and len(name) <= LONGEST else None
    if found is None:
        return None
    inside = found.group(1)
    unit = resolve(inside)
    if unit is not None:
        return Quantity(raw=inside, normalised=inside, kind="placeholder", unit=unit.text)
    return _placeholder(inside, inside) or compared(inside, inside)


def _with_unit(value: Quantity, unit: Unit) -> Quantity:
    """Return a bare number in a unit; 30万 in a column of 万元 is still 300,000 yuan."""
    scale = unit.scale
    if "scaled" in value.flags and unit.is_scaled:
        scale = (1, 1)
    named = replace(value, unit=unit.text, scale=unit.scale, dimension=unit.dimension)
    if value.amount is None:
        return named
    amount, over = times((value.amount, value.over), scale)
    if value.upper is None:
        return replace(named, amount=amount, over=over)
    factor = scale[0]
    return replace(
        named,
        amount=value.amount * factor,
        upper=value.upper * factor,
        over=value.over * scale[1],
    )
