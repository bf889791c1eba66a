"""The text of a value in one spelling: one glyph an operator, no blanks."""

import re
import unicodedata
from functools import lru_cache

from jiheng.quantities.numerals import ARABIC
from jiheng.quantities.units import resolve
from jiheng.rulebook import words

_CIRCLED = re.compile(r"[①-⑳⑴-⒇❶-❿]")
_BLANK = re.compile(r"[\s\u200b\u200c\u200d\ufeff\u3164]+")
_GROUPS = re.compile(r"(?<![0-9.])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
_APART = re.compile(r"(?<=[0-9]) (?=[0-9])")
_DOUBLE = re.compile(r"[<>=≤≥]{2,}")
_GLYPHS = "≥≤=<>"


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    glyphs = words.glyphs()
    table = {ord(odd): usual for odd, usual in glyphs.single.items()}
    return table | words.simplified()


def _one_operator(found: re.Match[str]) -> str:
    run = found.group()
    is_up, is_down = ">" in run or "≥" in run, "<" in run or "≤" in run
    if is_up and is_down:
        return run
    has_equal = any(sign in run for sign in "=≥≤")
    if is_up:
        return "≥" if has_equal else ">"
    if is_down:
        return "≤" if has_equal else "<"
    return "="


def _is_operator(part: str) -> bool:
    spoken = words.operators().before
    return part in _GLYPHS or any(part in listed for listed in spoken.values())


def _lacks_unit(part: str) -> bool:
    """Say whether a cell is a number or a placeholder, maybe with a glyph, and nothing else."""
    inner = part.lstrip(_GLYPHS).lstrip("+-")
    return ARABIC.fullmatch(inner) is not None or not inner.strip("*×")


def _joined(parts: list[str]) -> str:
    """Return the cells operator, number and unit as one text, in whatever order they stand.

    What is not one number with its operator and unit is joined by semicolons.
    """
    operators = [part for part in parts if _is_operator(part)]
    units = [part for part in parts if part not in operators and resolve(part) is not None]
    rest = [part for part in parts if part not in operators and part not in units]
    if len(rest) != 1 or len(operators) > 1 or len(units) > 1:
        return ";".join(parts)
    unit = "".join(units)
    unit = "".join(units) if _lacks_unit(rest[0]) else ""
    return f"{''.join(operators)}{rest[0]}{unit}"


def normalise(text: str) -> str:
    """Return the text after NFKC, without blanks, with one glyph an operator.

    Cells of a row that a table has parted by ``|`` are joined in the order operator, number,
    unit. Two numbers parted by a blank alone stay apart, by a semicolon.

    Example:
        >>> normalise("＞＝ 95 ％"), normalise("≧100 | %"), normalise("份 | 20份")
        ('≥95%', '≥100%', '20份')
        >>> normalise("10萬元"), normalise("32.1公里 20 20")
        ('10万元', '32.1公里20;20')
    """
    plain = unicodedata.normalize("NFKC", _CIRCLED.sub(";", text)).translate(_table())
    plain = _BLANK.sub(" ", plain.replace("\\*", "*")).strip()
    plain = _GROUPS.sub(lambda found: found.group().replace(" ", ""), plain)
    plain = _APART.sub(";", plain).replace(" ", "")
    plain = _DOUBLE.sub(_one_operator, plain)
    if "|" in plain:
        joined = _joined([part for part in plain.split("|") if part])
        return _DOUBLE.sub(_one_operator, joined)
    return plain
