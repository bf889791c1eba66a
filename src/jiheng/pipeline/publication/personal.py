"""Finds names and numbers of people in free text; what it finds is proposed for masking.

It finds too much rather than too little: whoever reviews the form releases what is no secret.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from jiheng.pipeline.publication.folding import BREAK, folded_in_place
from jiheng.pipeline.publication.needles import Needles
from jiheng.rulebook.words import personal

Kind = Literal["name", "phone", "identity", "account", "address", "contact", "added"]
"""What it is: ``address`` is one of electronic mail; ``contact`` the form's field of that name;
``added`` was named by hand."""

_HAN = "\u4e00-\u9fff"
_IDENTITY = (
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx](?!\d)"
)
_MOBILE = r"(?<!\d)(?:86)?1[3-9]\d{9}(?!\d)"
_LANDLINE = r"(?<!\d)0[1-9]\d{1,2}[2-9]\d{6,7}(?!\d)"
_ACCOUNT = re.compile(r"(?<!\d)[3-6]\d{15,18}(?!\d)")
_MAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+", re.ASCII)


class Mark(Struct, frozen=True, kw_only=True):
    """A piece of a text, by its place in it."""

    start: int
    end: int
    text: str
    kind: Kind


def marks_in(text: str, names: Needles, added: Needles) -> tuple[Mark, ...]:
    """Return what should be masked in a text, in its order and never one over another.

    Args:
        text: as it stands in the form.
        names: known names and numbers, to be masked wherever they stand.
        added: the same, named by hand by whoever reviewed the form.
    """
    if len(text) <= 1:
        return ()
    found = sorted(_found(text, names, added), key=lambda mark: (mark.start, -mark.end))
    kept: list[Mark] = []
    for mark in found:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
        elif mark.end > kept[-1].end:
            # What overlaps is masked as one: nothing of either may be left over.
            first = kept.pop()
            whole = text[first.start : mark.end]
            kept.append(Mark(start=first.start, end=mark.end, text=whole, kind=first.kind))
    return tuple(kept)


def _found(text: str, names: Needles, added: Needles) -> Iterator[Mark]:
    fold = folded_in_place(text)

    def mark(start: int, end: int, kind: Kind) -> Mark:
        first, last = fold.places[start], fold.places[end - 1] + 1
        return Mark(start=first, end=last, text=text[first:last], kind=kind)

    yield from (mark(*span, "added") for span in added.found_in(fold.text))
    yield from (mark(*span, "name") for span in names.found_in(fold.text))
    for kind, pattern in _patterns():
        for each in pattern.finditer(fold.text):
            if kind != "name" or is_name(each["it"]):
                yield mark(*each.span("it"), kind)
    for each in _ACCOUNT.finditer(fold.text):
        if _is_card_number(each[0]):
            yield mark(*each.span(), "account")
    for each in _MAIL.finditer(text):
        yield Mark(start=each.start(), end=each.end(), text=each[0], kind="address")


def is_name(word: str) -> bool:
    """Whether a word can be somebody's name, and is no office.

    Example:
        >>> is_name("王建国"), is_name("信息科"), is_name("阿依古丽")
        (True, False, True)
    """
    words = personal()
    has_surname = word.startswith(tuple(words.surnames.split()))
    return not word.endswith(words.offices) or (has_surname and len(word) < _LONG_NAME)


_LONG_NAME = 4


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    words = personal()
    surname = _any(tuple(set(words.surnames.split())))
    before, after = _any(words.before_name), _any(words.after_name)
    label = _any(words.before_number)
    end = rf"(?=$|{BREAK}|\d|{label}|[a-z])"
    number = rf"(?:{label})(?:号码?)?(?:是|为)?{BREAK}?(?P<it>[a-z]*\d[\da-z]{{5,}})"
    return (
        ("identity", re.compile(f"(?P<it>{_IDENTITY})")),
        ("phone", re.compile(f"(?P<it>{_MOBILE}|{_LANDLINE})")),
        ("phone", re.compile(number)),
        # After a colon any short word is taken for a name, without one only what has a surname.
        ("name", re.compile(rf"(?:{before}){BREAK}(?P<it>[{_HAN}]{{2,4}}){end}")),
        ("name", re.compile(rf"(?:{before})(?P<it>(?:{surname})[{_HAN}]{{1,2}}){end}")),
        ("name", re.compile(rf"(?P<it>(?:{surname})[{_HAN}]{{1,2}})(?:{after})")),
    )


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _is_card_number(digits: str) -> bool:
    """Whether the last digit is the one that Luhn's formula gives for the others."""
    odd, even = digits[-1::-2], digits[-2::-2]
    doubled = (divmod(2 * int(each), 10) for each in even)
    return (sum(map(int, odd)) + sum(tens + ones for tens, ones in doubled)) % 10 == 0
