"""What a page sends to be saved, by script or as a plain form."""

import re

import msgspec
from django.http import HttpRequest
from msgspec import Struct

from jiheng.web.forms.saving import CellChange

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ue000]")
_WAS = "was"
_VERSION = "version"
_OWN = frozenset({_WAS, "csrfmiddlewaretoken", _VERSION})
_MOST_DIGITS = 10


class BadSent(ValueError):
    """What was sent is no list of cells."""


class Sent(Struct, frozen=True, kw_only=True):
    """What somebody wrote.

    Attributes:
        changes: the cells, each with what its author saw there.
        base: the version that the page showed; None where it does not say.
        person: whose page sent it; None where it does not say.
    """

    changes: tuple[CellChange, ...]
    base: int | None = None
    person: int | None = None


class _Cell(Struct, frozen=True, kw_only=True):
    path: str
    old: str | None = None
    new: str | None


class _Save(Struct, frozen=True, kw_only=True):
    base: int | None = None
    person: int | None = None
    changes: tuple[_Cell, ...] = ()


def is_by_script(request: HttpRequest) -> bool:
    """Whether the page's script sent it, which wants an answer in data."""
    return request.content_type == "application/json"


def read_sent(request: HttpRequest) -> Sent:
    """Return what a page sent.

    Raises:
        BadSent: it cannot be read.
    """
    try:
        save = _by_script(request) if is_by_script(request) else _by_form(request)
    except msgspec.MsgspecError as error:
        raise BadSent(str(error)) from error
    changes = (
        CellChange(path=each.path, old=clean(each.old), new=clean(each.new))
        for each in save.changes
        if clean(each.old) != clean(each.new)
    )
    return Sent(changes=tuple(changes), base=save.base, person=save.person)


def version_sent(request: HttpRequest) -> int | None:
    """Return the version that a plain form was shown with; None where it does not say."""
    text = request.POST.get(_VERSION, "")
    return int(text) if text.isdecimal() and len(text) < _MOST_DIGITS else None


def clean(text: str | None) -> str | None:
    r"""Return a text as a form keeps it; None where nothing is left.

    Example:
        >>> clean(" 71%\r\n"), clean("a\x00\r\nb"), clean("  ")
        ('71%', 'a\nb', None)
    """
    lines = (text or "").replace("\r\n", "\n").replace("\r", "\n")
    return _UNPRINTABLE.sub("", lines).strip() or None


def _by_script(request: HttpRequest) -> _Save:
    return msgspec.json.decode(request.body, type=_Save)


def _by_form(request: HttpRequest) -> _Save:
    """A plain form sends every cell, and in one field what the page showed in them."""
    shown = msgspec.json.decode(request.POST.get(_WAS, "{}"), type=dict[str, str])
    cells = (
        _Cell(path=path, old=shown.get(path, ""), new=text)
        for path, text in request.POST.items()
        if path not in _OWN
    )
    return _Save(base=version_sent(request), changes=tuple(cells))
