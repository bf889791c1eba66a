"""What a form holds, field by field."""

from collections.abc import Iterator
from typing import cast

from msgspec import Struct

from jiheng.model.form import Form

ABOUT = ("id", "kind", "source", "layout", "pack", "cells", "doubts", "stamps")
"""Fields that say how and where a form was read, not what it says."""


def filled_fields(form: Form) -> Iterator[tuple[str, str]]:
    """Yield path and text of every field that is not empty, in the form's order.

    Example:
        >>> from jiheng.model.form import Source, Total
        >>> source = Source(path="a", format="text", part="table 1", index=1, sha256="0" * 64)
        >>> form = Form(id="0-1", source=source, year=2024, total=Total(score="9"), notes=("按年",))
        >>> list(filled_fields(form))
        [('year', '2024'), ('total.score', '9'), ('notes[0]', '按年')]
    """
    # The first of several goals stands in both places.
    twice = ("goal",) if form.goals and form.goal == form.goals[0] else ()
    for name in form.__struct_fields__:
        if name not in (*ABOUT, *twice):
            yield from _filled(name, getattr(form, name))


def _filled(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _filled(f"{path}.{name}", getattr(value, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(cast("tuple[object, ...]", value)):
            yield from _filled(f"{path}[{index}]", item)
    elif value is not None and value != "":
        yield path, str(value)
