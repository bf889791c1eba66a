"""What an entry tells, as people read it: names of cells, steps and roles instead of keys."""

import re
from collections.abc import Callable

import msgspec
from msgspec import Struct

from jiheng.rulebook.messages import say, template
from jiheng.web.journal.models import Entry
from jiheng.web.pages.templatetags.words import ten_thousands
from jiheng.writers.report.voice import Voice

_ARROW = " → "
_ORDER = ("reason", "to", "from", "on_behalf_of", "name", "row", "row_to", "version")
"""These come first; what was written in cells comes last."""
_LAST = 1_000_000
_NUMBERED = re.compile(r"([\w ]+) (\d+)")
_IN_ROW = re.compile(r"indicators\[(\d+)\](?:\.(\w+))?")
_INDEXED = re.compile(r"(\w[\w.]*)\[(\d+)\](?:\.(\w+))?")
_OF_REMOVED = "row."


class Line(Struct, frozen=True, kw_only=True):
    """One thing that an entry tells."""

    name: str
    text: str


class _Column(Struct, frozen=True, kw_only=True):
    """A column of a mapping that was saved; what else it says is not told."""

    heading: str = ""


def lines_of(entry: Entry, language: str) -> tuple[Line, ...]:
    """Return what an entry tells, the most telling first, cells in the form's order."""
    detail = msgspec.json.decode(entry.detail, type=dict[str, str])
    return tuple(
        Line(name=_name(key, language), text=_text(key, detail[key], language))
        for key in sorted(detail, key=_place)
        if detail[key]
    )


class Shown(Struct, frozen=True, kw_only=True):
    """An entry with its deed and its details in words."""

    entry: Entry
    deed: str
    lines: tuple[Line, ...]


def shown(entry: Entry, language: str) -> Shown:
    """Return an entry as the journal's page shows it."""
    return Shown(entry=entry, deed=deed(entry, language), lines=lines_of(entry, language))


def told(entry: Entry, language: str) -> str:
    """Return what an entry tells, a line each."""
    lines = lines_of(entry, language)
    return "\n".join(say("journal.line", language, name=e.name, text=e.text) for e in lines)


def deed(entry: Entry, language: str) -> str:
    """Return what was done, in words; a deed that nobody named goes by its own name."""
    return template(f"web.noted.{entry.action}", language) or entry.action


def _place(key: str) -> tuple[int, list[tuple[int, str]]]:
    """Where a key comes: numbers within it count as numbers."""
    first = _ORDER.index(key) if key in _ORDER else len(_ORDER) + ("." in key or "[" in key)
    pieces = re.split(r"(\d+)", key)
    return first, [(int(each), "") if each.isdecimal() else (_LAST, each) for each in pieces]


def _name(key: str, language: str) -> str:
    words = template(f"journal.key.{key}", language)
    if words is not None:
        return words
    numbered = _NUMBERED.fullmatch(key)
    if numbered:
        name = _name(numbered[1], language)
        return say("journal.numbered", language, name=name, number=numbered[2])
    return _cell(key.removeprefix(_OF_REMOVED), language)


def _cell(path: str, language: str) -> str:
    """What a cell is called by its address alone: an entry needs no form to be read."""
    voice, row = Voice(language=language), _IN_ROW.fullmatch(path)
    if row:
        number = str(int(row[1]) + 1)
        if row[2] is None:
            return say("journal.row", language, number=number)
        return say("journal.cell", language, number=number, field=voice.field(row[2]))
    found = _INDEXED.fullmatch(path)
    if found is None:
        return voice.field(path)
    owner = f"{voice.field(found[1])} {int(found[2]) + 1}"
    return f"{owner}·{voice.field(found[3])}" if found[3] else owner


def _text(key: str, text: str, language: str) -> str:
    worded = _WORDED.get(key)
    if worded is not None:
        return worded(text, language)
    return _became(text, language) if _ARROW in text else text


def _became(text: str, language: str) -> str:
    old, _, new = text.partition(_ARROW)
    nothing = say("journal.nothing", language)
    return say("journal.became", language, old=old or nothing, new=new or nothing)


def _step(text: str, language: str) -> str:
    return template(f"web.step.{text}", language) or text


def _role(text: str, language: str) -> str:
    return template(f"web.role.{text}", language) or text


def _aspects(text: str, language: str) -> str:
    return "；".join(template(f"web.aspect.{each}", language) or each for each in text.split(", "))


def _cells(text: str, language: str) -> str:
    return "；".join(_cell(each, language) for each in text.split(", "))


def _row(text: str, language: str) -> str:
    return _cell(text, language) if "[" in text else text


def _columns(text: str, language: str) -> str:
    columns = msgspec.json.decode(text, type=tuple[_Column, ...])
    return "；".join(each.heading or say("journal.nothing", language) for each in columns)


def _use(text: str, language: str) -> str:
    return template(f"uses.use.{text}", language) or text


def _verdict(text: str, language: str) -> str:
    return template(f"release.verdict.{text}", language) or text


def _route(text: str, language: str) -> str:
    return template(f"admin.route.{text}", language) or text


def _withheld(text: str, language: str) -> str:
    """Parts of what is published, and rows, with blanks between."""
    named = (template(f"journal.part.{e}", language) or _cell(e, language) for e in text.split())
    return "；".join(named)


def _scope(text: str, language: str) -> str:
    return template(f"api.scope.{text}", language) or text


def _money(text: str, language: str) -> str:
    if not text.isdecimal():
        return text
    return say("journal.money", language, amount=ten_thousands(int(text)))


_WORDED: dict[str, Callable[[str, str], str]] = {
    "to": _step,
    "step": _step,
    "role": _role,
    "aspects": _aspects,
    "cells": _cells,
    "changed": _cells,
    "row": _row,
    "route": _route,
    "columns": _columns,
    "use": _use,
    "amount": _money,
    "verdict": _verdict,
    "withheld": _withheld,
    "released": _cells,
    "scope": _scope,
}
"""Keys whose texts are keys themselves."""
