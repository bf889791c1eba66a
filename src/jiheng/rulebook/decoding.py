"""What is wrong with a data file that a user wrote, in our words instead of the decoder's."""

import re

from jiheng.rulebook.messages import template
from jiheng.rulebook.phrases import Phrase, Told, phrase

_KINDS = (
    ("lacks", re.compile(r"missing required field `(?P<what>[^`]*)`")),
    ("unknown", re.compile(r"contains unknown field `(?P<what>[^`]*)`")),
    ("kind", re.compile(r"^Expected `(?P<what>[^`]*)`")),
    ("value", re.compile(r"^Invalid (?:enum )?value '(?P<what>[^']*)'")),
    ("line", re.compile(r"\(at line (?P<what>\d+)")),
    ("byte", re.compile(r"\(byte (?P<what>\d+)\)")),
    ("cut-off", re.compile(r"(?P<what>truncated|at end of document)")),
)
_AT = re.compile(r" - at `\$\.?(?P<path>[^`]+)`$")


def fault_of(error: Exception) -> Phrase:
    """Return what a decoder of TOML or JSON found wrong.

    Example:
        >>> from jiheng.rulebook.messages import worded
        >>> worded(fault_of(ValueError("Object missing required field `by` - at `$.waive[0]`")))
        'waive[0] 缺少 by'
    """
    if isinstance(error, UnicodeDecodeError):
        line = error.object.count(b"\n", 0, error.start) + 1
        return phrase("data.not-utf-8", line=str(line))
    text = str(error)
    found = ((key, pattern.search(text)) for key, pattern in _KINDS)
    told = next((_told(key, match["what"]) for key, match in found if match), None)
    place = _AT.search(text)
    if told is None or place is None:
        return told or phrase("data.unreadable")
    return phrase("words.named", name=place["path"], text=told)


def _told(key: str, what: str) -> Phrase:
    match key:
        case "cut-off":
            return phrase("data.cut-off")
        case "kind":
            return phrase("data.kind", what=_kind(what))
        case _:
            return phrase(f"data.{key}", what=what)


def _kind(name: str) -> Told:
    """Return the words for a decoder's kind of value; those of several kinds stay its own."""
    key = f"data.kind-of.{name}"
    return name if template(key) is None else phrase(key)
