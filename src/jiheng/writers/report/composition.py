"""What a score is made of: execution, each first level, and every single item."""

import re

from msgspec import Struct

from jiheng.model.audit import Item
from jiheng.model.form import Form
from jiheng.model.points import parse_points
from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.voice import Voice

_ROW = re.compile(r"(indicators|funds\.lines)\[(\d+)\]")


class Part(Struct, frozen=True, kw_only=True):
    """A part of the score, in 1/100 point; None where a value is missing or cannot be said."""

    label: str
    weight: int | None
    printed: int | None
    low: int | None
    high: int | None


class ScoredRow(Struct, frozen=True, kw_only=True):
    """One scored item with the words of its row."""

    item: Item
    level1: str | None
    name: str
    target: str | None
    actual: str | None
    weight: str | None


def scored_rows(entry: ReportEntry, voice: Voice) -> tuple[ScoredRow, ...]:
    """Return the audit's items beside the rows of the form that they score."""
    return tuple(_scored_row(entry.form, item, voice) for item in entry.audit.items)


def composition(rows: tuple[ScoredRow, ...]) -> tuple[Part, ...]:
    """Return the parts of the score in the form's order, one a first level."""
    by_level: dict[str, list[ScoredRow]] = {}
    for row in rows:
        by_level.setdefault(row.level1 or "", []).append(row)
    return tuple(_part(label, members) for label, members in by_level.items())


def _scored_row(form: Form, item: Item, voice: Voice) -> ScoredRow:
    found = _ROW.match(item.at)
    block, index = (found[1], int(found[2])) if found else ("", 0)
    if block == "indicators" and index < len(form.indicators):
        row = form.indicators[index]
        return ScoredRow(
            item=item,
            level1=row.level1 or row.level1_printed,
            name=row.name,
            target=row.adjusted_target or row.target,
            actual=row.actual,
            weight=row.weight,
        )
    execution = voice("score.execution")
    if block == "funds.lines" and index < len(form.funds.lines):
        line = form.funds.lines[index]
        return ScoredRow(
            item=item,
            level1=execution,
            name=execution,
            target=line.adjusted_budget or line.initial_budget,
            actual=line.executed,
            weight=line.weight or form.funds.heading_weight,
        )
    return ScoredRow(item=item, level1=None, name=item.at, target=None, actual=None, weight=None)


def _part(label: str, rows: list[ScoredRow]) -> Part:
    ranges = [row.item.recomputed for row in rows]
    return Part(
        label=label,
        weight=_sum([row.weight for row in rows]),
        printed=_sum([row.item.printed for row in rows]),
        low=_sum([pair and pair[0] for pair in ranges]),
        high=_sum([pair and pair[1] for pair in ranges]),
    )


def _sum(points: list[str | None]) -> int | None:
    """The sum of what is there; None when nothing is."""
    known = [value for text in points if (value := parse_points(text)) is not None]
    return sum(known) if known else None
