"""What can be seen of one paper, and what that says of a row's value."""

from itertools import chain
from pathlib import Path, PurePath
from typing import TypeVar

import msgspec

from jiheng.evidence.looking import listing_of, looks_at, measured_look, seen_in
from jiheng.evidence.measures.agreeing import agrees
from jiheng.evidence.surveys.look import survey_look, survey_seen
from jiheng.model.measure import Measured
from jiheng.model.papers import PaperSeen, RowPaper, ValueSeen
from jiheng.model.proof import Look
from jiheng.model.quantity import Quantity
from jiheng.model.survey import SurveyResult
from jiheng.pipeline.proving.tables import tables_of
from jiheng.readers.errors import UnreadableInput

WORDS = frozenset({".txt", ".md"})
_MOST_RESULT = 1 << 20

_Kind = TypeVar("_Kind", Measured, SurveyResult)


def paper_seen(path: Path, name: str) -> PaperSeen:
    """Return what can be seen of a paper.

    Args:
        path: where it lies.
        name: what it is called; its ending says what it is.
    """
    ending = PurePath(name).suffix.lower()
    result = result_seen(path) if ending == ".json" else None
    if result is not None:
        return result
    if ending in WORDS:
        return PaperSeen(kind="words")
    try:
        tables = tables_of(path, name)
    except UnreadableInput:
        return PaperSeen(kind="unreadable")
    listings = (listing_of(table) for table in tables)
    lists = tuple(seen_in(listing) for listing in listings if listing is not None)
    return PaperSeen(kind="document", lists=lists)


def looks_of(paper: RowPaper, actual: Quantity, year: int | None) -> tuple[Look, ...]:
    """Return what a paper says of a value; one that says nothing of it is still a paper.

    Args:
        paper: of the row.
        actual: the form's value.
        year: of the form.
    """
    seen = paper.seen
    if seen.measured is not None:
        return (measured_look(seen.measured, paper.name, actual, year),)
    if seen.survey is not None:
        return (survey_look(seen.survey, paper.name, actual),)
    lists = (looks_at(each, paper.name, actual, year) for each in seen.lists)
    looks = tuple(chain.from_iterable(lists)) or (Look(paper=paper.name, kind=seen.kind),)
    read = paper.attested
    if read is not None and read.value == actual.raw and is_open(looks):
        return (Look(paper=paper.name, kind="attested", fits=True, by=read.by),)
    return looks


def is_open(looks: tuple[Look, ...]) -> bool:
    """Whether only people can judge what a paper says: nothing of it could be compared."""
    return all(look.fits is None for look in looks)


def result_seen(path: Path) -> PaperSeen | None:
    """Return what a file holds as the result of a measure or of a survey; None where it is none."""
    try:
        data = path.read_bytes() if path.stat().st_size <= _MOST_RESULT else b""
    except OSError:
        return None
    survey = _decoded(data, SurveyResult)
    if survey is not None:
        return survey_seen(survey)
    found = _decoded(data, Measured)
    if found is None or not agrees(found):
        return None
    asked = found.measure
    value = ValueSeen(measure=asked.id, value=found.value, unit=found.unit, feeds=asked.feeds)
    return PaperSeen(kind="document", measured=value)


def _decoded(data: bytes, kind: type[_Kind]) -> _Kind | None:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
