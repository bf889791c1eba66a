"""A number with what stands around it: prefix, operator, unit, operator, note."""

import re

from msgspec import Struct

from jiheng.model.quantity import Operator, Quantity
from jiheng.quantities import operators
from jiheng.quantities.measure import amount_of, measured
from jiheng.quantities.numerals import ARABIC
from jiheng.quantities.ranges import ranged
from jiheng.quantities.units import Unit, below_price, priced, resolve
from jiheng.rulebook import words

_FORMULA_NEXT = re.compile(r"[*×÷/+=:^-](?=.*[0-9\u4e00-\u9fff])(?!\))")
_FORMULA_BEFORE = re.compile(r"[^(:]*[*×÷/+]\(?")
_NO_VALUE = re.compile(
    r"(?:19|20)[0-9]{2}年|[0-9]{1,2}月(?!以|之|内)|[0-9]{1,2}日前|[0-9]+号文|[0-9]+\)[0-9]+号"
)
_REMARK = re.compile(r"(?P<core>.*[^(])\((?P<remark>[^()]*)\)")
_NO_REMARKS = {"含", "套", "次"}
_COMPLETION = re.compile(r"(?:(?:累计|超额)?完成(?:率|比例)?[为达]?:?)?[0-9.]+%")
_UNKNOWN = re.compile(r"[\u4e00-\u9fff]{1,4}")
_EVERY = re.compile(r"(?:每[^每0-9]{1,4})+$")
_MISREAD_GE = re.compile(r"2(?:[89][0-9]|100)(?:\.[0-9]+)?%")
_LONGEST_NOTE = 12


class _Found(Struct, kw_only=True):
    """The pieces of a comparison, while they are being told apart.

    Attributes:
        before: operator before the number.
        behind: operator behind the unit.
        rest: what follows.
        remark: the bracket at the end.
    """

    prefix: str
    before: Operator | None
    behind: Operator | None
    unit: Unit | None
    rest: str
    remark: str | None
    flags: list[str]

    @property
    def op(self) -> Operator | None:
        """The operator that counts."""
        return operators.counting(self.before, self.behind)


def compared(raw: str, text: str) -> Quantity | None:
    """Return the number, range or formula that the normalised text is, or None.

    Example:
        >>> value = compared("≥62%(2022年:61%)", "≥62%(2022年:61%)")
        >>> value.op, value.amount, value.unit, value.note
        ('ge', 6200, '%', '2022年:61%')
        >>> compared("显著提高", "显著提高") is None
        True
    """
    core, remark = _without_remark(text)
    token = _token(core)
    if token is None:
        return None
    start, end = token
    formula = Quantity(raw=raw, normalised=text, kind="formula")
    if start and _FORMULA_BEFORE.fullmatch(core, 0, start):
        return formula
    found = measured(core, start, end)
    spread = ranged(raw, text, core, found)
    if spread is not None:
        return spread
    if _FORMULA_NEXT.match(core, found.end):
        return formula
    prefix, is_negative = _negative(core[:start])
    prefix, before, is_misread = operators.before(prefix)
    after, behind = operators.after(core, found.end)
    pieces = _Found(
        prefix=prefix,
        before=before,
        behind=behind,
        unit=found.unit,
        rest=core[after:],
        remark=remark,
        flags=[*found.flags, *(("ocr",) if is_misread else ())],
    )
    value = (-found.value[0], found.value[1]) if is_negative else found.value
    return _quantity(raw, text, value, pieces)


def _quantity(raw: str, text: str, value: tuple[int, int], pieces: _Found) -> Quantity | None:
    if pieces.unit is None:
        _find_unit(pieces)
    if pieces.unit is None and not _may_be_bare(pieces):
        return None
    _price(pieces)
    unit = pieces.unit
    amount, over = amount_of(value, unit)
    return Quantity(
        raw=raw,
        normalised=text,
        kind="number",
        op=pieces.op,
        amount=amount,
        over=over,
        unit=unit.text if unit else None,
        scale=unit.scale if unit else (1, 1),
        dimension=unit.dimension if unit else None,
        prefix=pieces.prefix.rstrip(":") or None,
        note=_note(pieces),
        flags=(*pieces.flags, *_flags(text, pieces)),
    )


def _without_remark(text: str) -> tuple[str, str | None]:
    """Cut off a remark in brackets at the end; 以上(含) and 元/(人·天) are none and stay.

    Brackets round the whole are dropped.
    """
    text = text.rstrip("。;,.!")
    if not text.endswith(")"):
        return text, None
    found = _REMARK.fullmatch(text)
    if found is None:
        return text.removeprefix("(").removesuffix(")"), None
    if found["remark"] in _NO_REMARKS or found["core"].endswith("/"):
        return text, None
    return found["core"], found["remark"]


def _token(core: str) -> tuple[int, int] | None:
    """Return where the first number stands that is a value, not a year, an ordinal or a name."""
    skipped = 0
    for found in ARABIC.finditer(core):
        start, end = found.span()
        if start < skipped:
            continue
        is_stated = core[start - 1 : start] in operators.GLYPHS
        skip = None if is_stated else _NO_VALUE.match(core, start)
        if skip is not None:
            skipped = skip.end()
            continue
        last = core[start - 1 : start]
        if last == "第" or (last.isascii() and last.isalpha() and last != "W"):
            continue
        return start, end
    return None


def _negative(before: str) -> tuple[str, bool]:
    """Return what stands before the sign, and whether the sign is a minus."""
    if before.endswith(("+", "-")) and before[:-1][-1:] in {"", *operators.GLYPHS}:
        return before[:-1], before[-1] == "-"
    return before, False


def _may_be_bare(pieces: _Found) -> bool:
    """Say whether a number without unit is a value and not part of a sentence or a name."""
    if len(pieces.rest) > _LONGEST_NOTE:
        return False
    return pieces.op is not None or not pieces.rest or not pieces.rest[0].isalpha()


def _find_unit(pieces: _Found) -> None:
    """Find the unit of 6070(万元), or take a measure word that no list knows."""
    rest = pieces.rest
    if pieces.remark is not None and not rest:
        pieces.unit = resolve(pieces.remark)
        if pieces.unit is not None:
            pieces.remark = None
            pieces.flags += ["scaled"] if pieces.unit.is_scaled else []
            return
    if pieces.behind is not None or not _UNKNOWN.fullmatch(rest):
        return
    at = next((at for at in range(1, len(rest)) if operators.after(rest, at)[1]), len(rest))
    end, pieces.behind = operators.after(rest, at)
    pieces.unit = Unit(text=rest[:at], scale=(1, 1), dimension=rest[:at])
    pieces.rest = rest[end:]
    pieces.flags.append("unknown-unit")


def _price(pieces: _Found) -> None:
    """Take 每人每月128元 as 元/人·月."""
    found = _EVERY.search(pieces.prefix) if "每" in pieces.prefix else None
    below = below_price(found.group()) if found is not None else None
    if found is not None and below is not None and pieces.unit is not None:
        pieces.prefix = pieces.prefix[: found.start()]
        pieces.unit = priced(pieces.unit, below)


def _note(pieces: _Found) -> str | None:
    notes = (pieces.rest.lstrip(",;:、"), pieces.remark)
    return ";".join(note for note in notes if note) or None


def _flags(text: str, pieces: _Found) -> tuple[str, ...]:
    listed = words.qualitative()
    is_fall = pieces.prefix.endswith(listed.fall)
    remark = pieces.remark
    tests = {
        "ocr-possible": _MISREAD_GE.fullmatch(text) is not None,
        "two-operators": operators.contradict(pieces.before, pieces.behind),
        "completion-note": remark is not None and _COMPLETION.fullmatch(remark) is not None,
        "two-numbers": ARABIC.search(pieces.rest) is not None,
        "change": is_fall or pieces.prefix.endswith(listed.rise),
        "decrease": is_fall,
    }
    return tuple(flag for flag, holds in tests.items() if holds)
