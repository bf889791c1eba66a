"""What a page sends to be saved, by script or as a plain form."""

import re

import msgspec
from django.http import HttpRequest
from msgspec import Struct

from jiheng.web.forms.saving import CellChange

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ue000]")
_WAS = "was"
_OWN = frozenset({_WAS, "csrfmiddlewaretoken", "version"})


class BadSent(ValueError):
    """What was sent is no list of cells."""


class _Cell(Struct, frozen=True, kw_only=True):
    path: str
    old: str | None = None
    new: str | None


class _Sent(Struct, frozen=True, kw_only=True):
    base: int = 0
    changes: tuple[_Cell, ...] = ()


def is_by_script(request: HttpRequest) -> bool:
    """Whether the page's script sent it, which wants an answer in data."""
    return request.content_type == "application/json"


def sent_changes(request: HttpRequest) -> tuple[CellChange, ...]:
    """Return the cells that somebody changed, each with what they saw there.

    Raises:
        BadSent: it cannot be read.
    """
    try:
        cells = _by_script(request) if is_by_script(request) else _by_form(request)
    except msgspec.MsgspecError as error:
        raise BadSent(str(error)) from error
    return tuple(
        CellChange(path=each.path, old=clean(each.old), new=clean(each.new))
        for each in cells
        if clean(each.old) != clean(each.new)
    )


def clean(text: str | None) -> str | None:
    r"""Return a text as a form keeps it; None where nothing is left.

    Example:
        >>> clean(" 71%\r\n"), clean("a\x00\r\nb"), clean("  ")
        ('71%', 'a\nb', None)
    """
    lines = (text or "").replace("\r\n", "\n").replace("\r", "\n")
    return _UNPRINTABLE.sub("", lines).strip() or None


def _by_script(request: HttpRequest) -> tuple[_Cell, ...]:
    return msgspec.json.decode(request.body, type=_Sent).changes


def _by_form(request: HttpRequest) -> tuple[_Cell, ...]:
    """A plain form sends every cell, and in one field what the page showed in them."""
    shown = msgspec.json.decode(request.POST.get(_WAS, "{}"), type=dict[str, str])
    return tuple(
        _Cell(path=path, old=shown.get(path, ""), new=text)
        for path, text in request.POST.items()
        if path not in _OWN
    )
