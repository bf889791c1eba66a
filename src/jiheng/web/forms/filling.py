"""The open cells of a form as fields of a page."""

from collections.abc import Mapping

from msgspec import Struct

from jiheng.model.form import Form
from jiheng.model.paths import value_at
from jiheng.web.forms.drawn import drawn_paths
from jiheng.web.forms.saving import CellChange
from jiheng.web.forms.sheet import Drawn

_LONG = 30
_PROSE = ("actual", "expected", "reason", "conclusion", "text")


class FilledField(Struct, frozen=True, kw_only=True):
    """A cell to write in.

    Attributes:
        typed: what the person typed, or what stands there.
        now: what stands there by now, where that is something else.
        remark: what the findings say of it.
    """

    path: str
    name: str
    typed: str
    now: str | None
    remark: str
    is_long: bool


def fields_of(
    form: Form, open_now: frozenset[str], page: Drawn, typed: Mapping[str, str] | None = None
) -> tuple[FilledField, ...]:
    """Return the open cells in the order of the official table."""
    return tuple(
        _field(form, path, page, typed or {}) for path in drawn_paths(form) if path in open_now
    )


def sent_changes(
    sent: Mapping[str, str], open_now: frozenset[str], form: Form
) -> tuple[CellChange, ...]:
    """Return the cells that were sent and differ from what the page showed.

    What the page showed is sent along, so that a cell that somebody else changed in between is
    not set back by a page that merely showed it.
    """
    return tuple(
        CellChange(path=path, new=_text(sent[path]))
        for path in drawn_paths(form)
        if path in open_now
        and path in sent
        and _text(sent[path]) != _text(sent.get(f"was:{path}", ""))
    )


def _field(form: Form, path: str, page: Drawn, typed: Mapping[str, str]) -> FilledField:
    value = value_at(form, path)
    now = value if isinstance(value, str) else ""
    text = typed.get(path, now)
    return FilledField(
        path=path,
        name=page.name(path),
        typed=text,
        now=now if now != text else None,
        remark=page.remarks.get(path, ""),
        is_long=len(now) > _LONG or (path.rpartition(".")[2] in _PROSE and "[" not in path),
    )


def _text(sent: str) -> str | None:
    return sent.replace("\r\n", "\n").strip() or None
