"""The published forms with every number changed, names reworded and cells moved to the right."""

import random
import re

import msgspec

from jiheng.model.form import Form

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_KEPT = re.compile(r"(?:19|20)\d\d(?:[/年]\d{1,2}[/月]\d{1,2})?|指标\d+[:：]|(?<!\d)\d\. ")
_DIGITS = str.maketrans("0123456789", "5847169327")
_WORDS = {
    "社会保险": "农田灌溉",
    "养老": "供水",
    "社保": "水务",
    "参保": "用水",
    "退休": "务农",
    "保障": "守护",
    "搬迁": "改造",
    "待遇领取人数": "受益居民人数",
    "成本金额": "支出成本数额",
    "缴费": "交费",
}


def changed(text: str) -> str:
    """Return a text with its numbers and some words changed; years and ordinals stay."""
    parts: list[str] = []
    end = 0
    for kept in _KEPT.finditer(text):
        parts += [_renumbered(text[end : kept.start()]), kept.group()]
        end = kept.end()
    whole = "".join([*parts, _renumbered(text[end:])])
    for old, new in _WORDS.items():
        whole = whole.replace(old, new)
    return whole


def _renumbered(text: str) -> str:
    return _NUMBER.sub(lambda found: _other(found.group()), text)


def _other(number: str) -> str:
    """Return another number of the same sort: points stay below 100, the rest keeps its length."""
    if "." not in number and int(number) <= 100:
        return str((int(number) * 37 + 11) % 97 + 1)
    digits = number.translate(_DIGITS)
    return digits if digits[0] != "0" else "3" + digits[1:]


def moved(line: str, dice: random.Random) -> str:
    """Return a row with empty cells put before and between its cells."""
    if "\t" not in line:
        return line
    cells = [
        cell for cell in line.split("\t") for cell in [*[""] * dice.choice((0, 0, 0, 1)), cell]
    ]
    return "\t".join([""] * dice.randrange(3) + cells)


def changed_form(form: Form) -> dict:
    """Return what must be read of the changed text: the form's fields, each changed."""
    return _changed_fields(fields_of(form))


def fields_of(form: Form) -> dict:
    """Return a form's fields without where they stood and what file they came from."""
    whole = msgspec.to_builtins(form)
    for name in ("schema", "id", "source", "cells", "doubts", "pack", "layout"):
        whole.pop(name)
    return whole


def _changed_fields(value):
    if isinstance(value, dict):
        return {key: _changed_fields(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return tuple(_changed_fields(part) for part in value)
    return changed(value) if isinstance(value, str) and not _is_date(value) else value


def _is_date(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None
