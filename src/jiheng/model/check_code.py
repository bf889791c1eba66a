"""The check code at the foot of a printed form: it tells which version was printed."""

import re
import unicodedata
from hashlib import sha256
from typing import cast

import msgspec
from msgspec import Struct

from jiheng.model.form import Form

LABEL = "校验码"
"""The word before the code on paper."""

_VERSION = "jiheng.check-code/1"
# What a template prints by itself, and what says only where and how the form was read.
_NOT_FILLED_IN = frozenset(
    {"id", "source", "layout", "pack", "cells", "doubts"}
    | {"title", "notes", "method", "level1_printed"}
)
# Crockford's digits: no I, L, O or U, which eyes and scanners take for 1, 0 and V.
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH, _GROUP = 12, 4
_PRINTED = re.compile(rf"{LABEL}[:：\s]*((?:[0-9A-Z]{{4}}[-－]){{2}}[0-9A-Z]{{4}})\s*")


def check_code(form: Form) -> str:
    """Return the form's code, as ``7Q2M-0XKD-91TA``: a hash of all that was filled in.

    Title, notes and scoring methods belong to the template, so that the same answers on another
    layout have the same code. Blanks, line ends and the width of signs do not count either: the
    paper may be scanned.

    Example:
        >>> from jiheng.model.form import Source, Total
        >>> source = Source(path="a", format="text", part="table 1", index=1, sha256="0" * 64)
        >>> form = Form(id="0-1", source=source, total=Total(score="90（分）"))
        >>> again = Form(id="1-2", source=source, total=Total(score="90 (分)"), title="自评表")
        >>> check_code(form) == check_code(again)
        True
    """
    content = msgspec.json.encode([_VERSION, _filled_in(form)], order="deterministic")
    number = int.from_bytes(sha256(content).digest()[:8], "big")
    digits = "".join(_DIGITS[number >> shift & 31] for shift in range(0, 5 * _LENGTH, 5))
    return "-".join(digits[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def code_line(code: str) -> str:
    """Return the line that stands at the foot of the form.

    Example:
        >>> code_line("7Q2M-0XKD-91TA")
        '校验码 7Q2M-0XKD-91TA'
    """
    return f"{LABEL} {code}"


def code_in(line: str) -> str | None:
    """Return the code of a line at the foot, or None when it is any other line.

    Example:
        >>> code_in("校验码：7Q2M-0XKD-91TA"), code_in("校验码见附件")
        ('7Q2M-0XKD-91TA', None)
    """
    found = _PRINTED.fullmatch(line.strip())
    return found[1].replace("－", "-") if found else None


def _filled_in(value: object) -> object:
    """Return what was filled in, without what is empty, so that a new field changes no old code."""
    if isinstance(value, str):
        return "".join(unicodedata.normalize("NFKC", value).split())
    if isinstance(value, Struct):
        names = (name for name in value.__struct_fields__ if name not in _NOT_FILLED_IN)
        fields = ((name, _filled_in(getattr(value, name))) for name in names)
        return {name: field for name, field in fields if field not in (None, "", [], {})}
    if isinstance(value, tuple):
        return [_filled_in(item) for item in cast("tuple[object, ...]", value)]
    return value
