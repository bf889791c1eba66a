"""Sentences that wait in the database, or between two programs, for a reader and a language."""

import msgspec
from msgspec import Struct

from jiheng.rulebook.messages import worded
from jiheng.rulebook.phrases import Phrase, Told


class Sentence(Struct, frozen=True, kw_only=True):
    """A key of the catalogue with its values."""

    key: str
    values: dict[str, "Kept"] = {}


Kept = str | Sentence


def kept(told: Told) -> str:
    """Return a sentence as it is kept.

    Example:
        >>> from jiheng.rulebook.phrases import phrase
        >>> said(kept(phrase("archive.name-deep", most="12")), "zh")
        '文件夹套了超过 12 层，请移到外层'
    """
    return msgspec.json.encode(_sentence(told)).decode()


def said(stored: str, language: str) -> str:
    """Return a kept sentence in a language; nothing where none was kept."""
    return worded(told_of(stored), language) if stored else ""


def told_of(stored: str) -> Told:
    """Return what was kept, to be said later."""
    return _told(msgspec.json.decode(stored, type=Kept))


def _sentence(told: Told) -> Kept:
    if isinstance(told, Phrase):
        return Sentence(key=told.key, values={name: _sentence(each) for name, each in told.values})
    # Sums and lists are of findings; no file is refused with one.
    return told if isinstance(told, str) else worded(told)


def _told(sentence: Kept) -> Told:
    if isinstance(sentence, str):
        return sentence
    return Phrase(
        key=sentence.key,
        values=tuple((name, _told(each)) for name, each in sentence.values.items()),
    )
