"""Paths of a form's fields: ``total.score``, ``indicators[3].target``."""

import re
from typing import cast

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.form import Form

WHOLE_FORM = "form"
"""The path of what is said of no single field."""

_STEP = re.compile(r"\w+|\[\d+\]")


class NoSuchField(ValueError):
    """A path names no field that a form has, or a value that the field cannot hold."""


def value_at(form: Form, path: str) -> object:
    """Return what a path leads to, or None where nothing stands."""
    value: object = form
    for step in _STEP.findall(path):
        value = _item(value, int(step[1:-1])) if step[0] == "[" else getattr(value, step, None)
    return value


def is_field(form: Form, path: str) -> bool:
    """Return whether a path leads to a field of this form, filled or empty.

    Example:
        >>> from jiheng.model.form import Source, Total
        >>> source = Source(path="a", format="text", part="table 1", index=1, sha256="0" * 64)
        >>> form = Form(id="0-1", source=source)
        >>> is_field(form, "total.score"), is_field(form, "indicators[0].operator")
        (True, False)
    """
    owner_path, _, name = path.rpartition(".")
    owner = value_at(form, owner_path)
    return isinstance(owner, Struct) and name in owner.__struct_fields__


def with_value(form: Form, path: str, value: str | int | None) -> Form:
    """Return the form with another text, or number, at a path.

    Raises:
        NoSuchField: the form has no such field, or it does not hold such a value.

    Example:
        >>> from jiheng.model.form import Source, Total
        >>> source = Source(path="a", format="text", part="table 1", index=1, sha256="0" * 64)
        >>> form = Form(id="0-1", source=source, total=Total(score="9"))
        >>> with_value(form, "total.score", "90").total.score
        '90'
    """
    changed = _changed(form, _STEP.findall(path), value)
    try:
        return msgspec.convert(msgspec.to_builtins(changed), Form)
    except msgspec.ValidationError as error:
        raise NoSuchField(f"{path}: {error}") from error


def _changed(owner: object, steps: list[str], value: str | int | None) -> object:
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if step[0] == "[":
        items, index = _items(owner), int(step[1:-1])
        if index >= len(items):
            raise NoSuchField(step)
        return (*items[:index], _changed(items[index], rest, value), *items[index + 1 :])
    if not isinstance(owner, Struct) or step not in owner.__struct_fields__:
        raise NoSuchField(step)
    return replace(owner, **{step: _changed(getattr(owner, step), rest, value)})


def _items(value: object) -> tuple[object, ...]:
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()


def _item(value: object, index: int) -> object:
    items = _items(value)
    return items[index] if index < len(items) else None
