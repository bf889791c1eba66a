"""Figures that a goal takes from a document, beside those that the register knows of it."""

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from jiheng.audit.facts.figures import decimal_words
from jiheng.audit.facts.goal_numbers import plain
from jiheng.rulebook.policies import Document, Standard, documents, standards

_OPEN = re.compile(r"[〔\[(【]((?:19|20)\d\d)[〕\])】]")
_NUMBERED = re.compile(r"〔\d{4}〕\d{1,5}号")
_TO = re.compile(r"[至到为](\d{1,7}(?:\.\d{1,2})?)元")
_BY = re.compile(r"(?:增加|提高|上调|增长)(\d{1,7}(?:\.\d{1,2})?)元")
_SHARED = re.compile(r"(?<!\d)\d{1,3}(?::\d{1,3})+(?!\d)")
_LONGEST = 5_000


class Stated(Struct, frozen=True, kw_only=True):
    """One figure that a text takes from a document.

    Attributes:
        printed: as the text words it.
        known: as the register words it.
    """

    document: str
    printed: str
    known: str

    @property
    def is_known(self) -> bool:
        """Whether the text says what the register says."""
        return self.printed == self.known


def stated_figures(text: str, places: tuple[str, ...]) -> Iterator[Stated]:
    """Yield the figures of each registered document that a text cites.

    A document's figures stand behind its number, before the next number and the paragraph's end.
    """
    for paragraph in text[:_LONGEST].splitlines():
        if "号" not in paragraph:
            continue
        bare = _OPEN.sub(r"〔\1〕", plain(paragraph))
        for document in documents(places):
            at = bare.find(document.number)
            if at >= 0:
                start = at + len(document.number)
                following = _NUMBERED.search(bare, start)
                end = following.start() if following else len(bare)
                yield from _figures(bare[start:end], document)


def _figures(said: str, document: Document) -> Iterator[Stated]:
    kinds = (
        (_TO, tuple(f"{yuan}元" for yuan in document.raised_to)),
        (_BY, tuple(f"{yuan}元" for yuan in document.increases)),
    )
    for pattern, known in kinds:
        found = [f"{decimal_words(Fraction(one), 2)}元" for one in pattern.findall(said)]
        if found and known:
            printed = next((one for one in found if one in known), found[0])
            expected = printed if printed in known else "、".join(known)
            yield Stated(document=document.number, printed=printed, known=expected)
    shares = _SHARED.search(said)
    if shares is not None and document.shares:
        known_shares = ":".join(map(str, document.shares))
        yield Stated(document=document.number, printed=shares.group(), known=known_shares)


def standards_about(words: str, places: tuple[str, ...]) -> Iterator[Standard]:
    """Yield the registered standards that a text speaks of."""
    for standard in standards(places):
        if all(word in words for word in standard.words):
            yield standard


class Level(Struct, frozen=True, kw_only=True):
    """What an amount is by the register.

    Attributes:
        arithmetic: how it comes about.
        is_past: a later step holds in the year.
        now: what holds in the year, in yuan.
    """

    arithmetic: str
    is_past: bool
    now: int


def level_of(
    value: Fraction, year: int, people: tuple[str, ...], standard: Standard
) -> Level | None:
    """Return which step of a standard an amount is, or None where it is none.

    A step that is only known from forms says nothing about itself, but bears what is added to it.
    """
    step = standard.in_year(year)
    if step is None:
        return None
    for addition in standard.additions:
        if addition.people in people and value == step.yuan + addition.yuan:
            sum_ = f"{step.yuan}元 + {addition.yuan}元（{addition.people}）"
            return Level(arithmetic=f"{sum_} = {value}元", is_past=False, now=step.yuan)
    past = next((one for one in standard.steps if one.yuan == value and one.year < step.year), None)
    if past is not None:
        return Level(arithmetic=f"{past.year}年的标准", is_past=True, now=step.yuan)
    return None
