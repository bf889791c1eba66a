"""Forms as flat fields, and the fields of one form set against those of another."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import product

import msgspec

from jiheng.model.form import Form

LEFT_OUT = ("schema", "id", "source", "layout", "pack", "cells", "doubts", "stamps")
LISTS = {"indicators": "name", "funds.lines": "label", "texts": "label", "goals": "expected"}
"""Lists in a form, and the field that tells their items apart; notes are told by themselves."""

_INDEX = re.compile(r"^(indicators|funds\.lines|texts|notes|goals)\[(\d+)\](.*)$")

_NUMBER = re.compile(
    r"(funds\.lines\[\+?\d+\]\.(initial_budget|adjusted_budget|executed|weight|rate|score)"
    r"|indicators\[\+?\d+\]\.(target|actual|weight|score)|total\.(weight|score))"
)

Fields = dict[str, str]


def fields_of(form: Form) -> Fields:
    """Return path → value of every field that is not empty."""
    whole = msgspec.to_builtins(form)
    for name in LEFT_OUT:
        whole.pop(name, None)
    return {path: str(value) for path, value in _flat(whole, "")}


def _flat(value: object, path: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _flat(part, f"{path}.{name}" if path else name)
    elif isinstance(value, list | tuple):
        for number, part in enumerate(value):
            yield from _flat(part, f"{path}[{number}]")
    elif value is not None:
        yield path, value


def is_number(path: str) -> bool:
    """Whether a field holds an amount, a rate, points, or what was aimed at and reached."""
    return _NUMBER.fullmatch(path) is not None


class Alignment:
    """Which item of a list that was read is which item of the truth.

    An item that is missing or too many must not make all that follow it wrong.
    """

    def __init__(self, truth: Form, read: Form) -> None:
        self._of: dict[str, dict[int, int]] = {}
        for name in (*LISTS, "notes"):
            self._of[name] = paired(_keys(truth, name), _keys(read, name))

    def path(self, path: str) -> str:
        """Return a path of the form that was read as a path of the truth."""
        found = _INDEX.match(path)
        if found is None:
            return path
        name, number, rest = found.groups()
        at = self._of[name].get(int(number))
        return f"{name}[{f'+{number}' if at is None else at}]{rest}"


def _keys(form: Form, name: str) -> list[str]:
    if name == "notes":
        return list(form.notes)
    part: object = form
    for step in name.split("."):
        part = getattr(part, step)
    return [getattr(item, LISTS[name]) or "" for item in part]  # type: ignore[attr-defined]


def paired(truth: list[str], read: list[str]) -> dict[int, int]:
    """Return which names that were read, by their places, are which of the truth."""
    pairs: dict[int, int] = {}
    matcher = SequenceMatcher(None, truth, read, autojunk=False)
    for what, first, last, start, stop in matcher.get_opcodes():
        if what == "equal":
            pairs |= dict(zip(range(start, stop), range(first, last), strict=True))
        elif what == "replace":
            alike = _alike(truth[first:last], read[start:stop])
            pairs |= {start + there: first + here for here, there in alike}
    return pairs


def _alike(truth: list[str], read: list[str]) -> tuple[tuple[int, int], ...]:
    """Return which misread names are which true ones, in their order: the most alike together.

    Where a row is too many, it is not the last one, but the one that is like none.
    """
    best: list[list[tuple[float, tuple[tuple[int, int], ...]]]] = [
        [(0.0, ())] * (len(read) + 1) for _ in range(len(truth) + 1)
    ]
    for here, there in product(range(len(truth)), range(len(read))):
        likeness = SequenceMatcher(None, truth[here], read[there], autojunk=False).ratio()
        score, pairs = best[here][there]
        together = (score + 1 + likeness, (*pairs, (here, there)))
        best[here + 1][there + 1] = max(together, best[here][there + 1], best[here + 1][there])
    return best[-1][-1][1]


def likeness(truth: Form, read: Form) -> int:
    """Return how many names of indicators and how many other fields two forms share.

    Forms of one kind share names such as 资金到位率: those alone do not tell them apart.
    """
    names = {item.name for item in truth.indicators} & {item.name for item in read.indicators}
    fields = fields_of(truth).items() & fields_of(read).items()
    return len(names) + len(fields)


def matched(truths: tuple[Form, ...], reads: tuple[Form, ...]) -> list[tuple[Form, Form | None]]:
    """Return each true form with the form that was read of it, or None."""
    left = list(reads)
    pairs: list[tuple[Form, Form | None]] = []
    for truth in truths:
        best = max(left, key=lambda read: likeness(truth, read), default=None)
        if best is not None:
            left.remove(best)
        pairs.append((truth, best))
    return pairs
