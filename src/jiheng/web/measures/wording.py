"""What a measure asks, in words: the question, its conditions, and the columns that it needs."""

import re
from collections.abc import Iterator

from msgspec import Struct

from jiheng.evidence.measures.interval import Interval
from jiheng.evidence.measures.queries import queries_of, table_of, tables_of
from jiheng.model.ledger import Ledger, LedgerColumn, LedgerTable
from jiheng.model.measure import (
    Count,
    Distinct,
    Filter,
    Mean,
    Percentile,
    Question,
    Ratio,
    Share,
    Sql,
    Sum,
)
from jiheng.rulebook.messages import say
from jiheng.web.measures.choosing import Choice

_NAME = re.compile(r"[A-Za-z_]\w*")
_EVERY = "DISTINCT *"


class Line(Struct, frozen=True, kw_only=True):
    """A part of a question, with its name: 问, 条件, 期间."""

    name: str
    text: str


class TableNeeded(Struct, frozen=True, kw_only=True):
    """A table that a measure reads, with the columns of it that it asks."""

    table: LedgerTable
    columns: tuple[LedgerColumn, ...]


class Words:
    """The words for the parts of one ledger in a reader's language."""

    def __init__(self, ledger: Ledger, language: str) -> None:
        self._ledger, self.language = ledger, language

    def say(self, key: str, **values: str) -> str:
        """Return a sentence about measures."""
        return say(f"measures.{key}", self.language, **values)

    def table(self, name: str) -> str:
        """Return what a table is called: its title, or its name for who reads no Chinese."""
        table = table_of(self._ledger, name)
        return table.name if self.language == "en" else table.title

    def column(self, table: str, name: str) -> str:
        """Return what a column is called."""
        found = table_of(self._ledger, table).column(name)
        if found is None:
            return name
        return found.name if self.language == "en" else found.title

    def columns(self, table: str, names: tuple[str, ...]) -> str:
        """Return what several columns are called."""
        return self.say("and").join(self.column(table, name) for name in names)


def lines_of(choice: Choice, days: Interval, language: str) -> tuple[Line, ...]:
    """Return what a measure asks, line by line."""
    words = Words(choice.ledger, language)
    period = words.say("days", since=days.since.isoformat(), until=days.until.isoformat())
    return (
        *_lines(choice.measure.question, words),
        Line(name=words.say("period"), text=period),
    )


def needed(choice: Choice, days: Interval) -> tuple[TableNeeded, ...]:
    """Return the tables that a measure reads, with the columns that its queries name."""
    question, ledger = choice.measure.question, choice.ledger
    queries = queries_of(question, ledger, days)
    return tuple(
        TableNeeded(table=table, columns=_named(table, queries))
        for table in tables_of(question, ledger)
    )


def _named(table: LedgerTable, queries: tuple[str, ...]) -> tuple[LedgerColumn, ...]:
    """Return the columns that queries to a table name; rows that agree are told by all of them."""
    asked: set[str] = set()
    for query in queries:
        names = set(map(str.lower, _NAME.findall(query)))
        if table.name in names and _EVERY in query:
            return table.columns
        asked |= names if table.name in names else set()
    return tuple(each for each in table.columns if each.name in asked)


def _lines(question: Question, words: Words) -> Iterator[Line]:
    match question:
        case Ratio(of=of, to=to):
            yield Line(name=words.say("ask"), text=words.say("ask-ratio"))
            for key, part in (("ratio-of", of), ("ratio-to", to)):
                asked, *rest = _lines(part, words)
                yield Line(name=words.say(key), text=asked.text)
                yield from rest
        case Sql():
            yield Line(name=words.say("ask"), text=words.say("ask-sql"))
        case _:
            yield Line(name=words.say("ask"), text=_asked(question, words))
            yield from _conditions(question.table, question.where, "where", words)
            if isinstance(question, Share):
                yield from _conditions(question.table, question.which, "which", words)
            yield from _rest(question.table, question.period, words, once=question.once)


def _asked(question: Question, words: Words) -> str:
    match question:
        case Count(table=table):
            return words.say("ask-count", table=words.table(table))
        case Distinct(table=table, column=column, beside=beside):
            columns = words.columns(table, (column, *beside))
            return words.say("ask-distinct", table=words.table(table), columns=columns)
        case Share(table=table, column=None):
            return words.say("ask-share", table=words.table(table))
        case Percentile(table=table, column=column, percent=percent):
            named = {"table": words.table(table), "columns": words.column(table, column)}
            return words.say("ask-percentile", **named, percent=str(percent))
        case Sql() | Ratio():
            return ""
        case _:
            kind = _KINDS.get(type(question), type(question).__name__.lower())
            column = question.column or ""
            named = {"table": words.table(question.table)}
            return words.say(f"ask-{kind}", **named, columns=words.column(question.table, column))


_KINDS: dict[type, str] = {Share: "share-of", Sum: "sum", Mean: "mean"}
"""Of the others, their own name in small letters."""


def _conditions(table: str, where: tuple[Filter, ...], key: str, words: Words) -> Iterator[Line]:
    for each in where:
        yield Line(name=words.say(key), text=_condition(table, each, words))


def _condition(table: str, each: Filter, words: Words) -> str:
    column = words.column(table, each.column)
    if each.op in {"empty", "filled"}:
        return words.say(f"is-{each.op}", column=column)
    if each.values:
        listed = words.say("and").join(map(str, each.values))
        key = "is-in" if each.op == "in" else "is-not-in"
        return words.say(key, column=column, values=listed)
    other = words.column(table, each.other) if each.other else str(each.value)
    return f"{column} {_SIGNS.get(each.op, each.op)} {other}"


_SIGNS = {"!=": "≠", "<=": "≤", ">=": "≥"}


def _rest(table: str, period: str | None, words: Words, *, once: bool) -> Iterator[Line]:
    if period is not None:
        column = words.column(table, period)
        yield Line(name=words.say("where"), text=words.say("in-period", column=column))
    if once:
        yield Line(name=words.say("where"), text=words.say("once"))
