"""Figures that a goal takes from a document, beside those that the register knows of it."""

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from jiheng.audit.facts.figures import money_of
from jiheng.audit.facts.goal_numbers import plain
from jiheng.rulebook.phrases import Told, phrase, series
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
    printed: Told
    known: Told

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
        (_TO, document.raised_to),
        (_BY, document.increases),
    )
    for pattern, known in kinds:
        found = [Fraction(one) for one in pattern.findall(said)]
        if found and known:
            printed = next((one for one in found if one in known), found[0])
            expected = (printed,) if printed in known else known
            yield Stated(document=document.number, printed=_yuan(printed), known=_yuan(*expected))
    shares = _SHARED.search(said)
    if shares is not None and document.shares:
        known_shares = ":".join(map(str, document.shares))
        yield Stated(document=document.number, printed=shares.group(), known=known_shares)


def _yuan(*amounts: Fraction | int) -> Told:
    return series(money_of(Fraction(amount), "元") for amount in amounts)


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

    arithmetic: Told
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
            told = phrase(
                "words.raised-by",
                standard=str(step.yuan),
                more=str(addition.yuan),
                people=addition.people,
                sum=str(value),
            )
            return Level(arithmetic=told, is_past=False, now=step.yuan)
    past = next((one for one in standard.steps if one.yuan == value and one.year < step.year), None)
    if past is not None:
        told = phrase("words.standard-of", year=str(past.year))
        return Level(arithmetic=told, is_past=True, now=step.yuan)
    return None
