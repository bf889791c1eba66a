"""What is not as it was when a measure is computed again."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from jiheng.model.measure import Measured, Remark

ChangeKind: TypeAlias = Literal[
    "value", "rows", "data", "source", "remarks", "query", "ledger", "engine", "version"
]


class Change(Struct, frozen=True, kw_only=True):
    """One thing that was and is.

    Attributes:
        table: None for what is not about one.
    """

    kind: ChangeKind
    before: str
    after: str
    table: str | None = None


def changes(before: Measured, after: Measured) -> tuple[Change, ...]:
    """Return what changed between two results of one measure, the value first."""
    return tuple(_changes(before, after))


def same_value(before: Measured, after: Measured) -> bool:
    """Whether the value is the same to the last digit, also of what was rounded away."""
    return (before.value, before.unit, before.exact) == (after.value, after.unit, after.exact)


def _changes(before: Measured, after: Measured) -> Iterator[Change]:
    if not same_value(before, after):
        yield Change(kind="value", before=_valued(before), after=_valued(after))
    yield from _table_changes(before, after)
    pairs: tuple[tuple[ChangeKind, str, str], ...] = (
        ("remarks", _counted(before.remarks), _counted(after.remarks)),
        ("query", "; ".join(before.queries), "; ".join(after.queries)),
        ("ledger", before.ledger_sha256, after.ledger_sha256),
        ("engine", before.engine, after.engine),
        ("version", before.version, after.version),
    )
    for kind, was, now in pairs:
        if was != now:
            yield Change(kind=kind, before=was, after=now)


def _table_changes(before: Measured, after: Measured) -> Iterator[Change]:
    now = {each.name: each for each in after.tables}
    for was in before.tables:
        table = now.get(was.name)
        if table is None:
            continue
        pairs: tuple[tuple[ChangeKind, str, str], ...] = (
            ("rows", str(was.rows), str(table.rows)),
            ("data", was.sha256, table.sha256),
            ("source", was.source, table.source),
        )
        for kind, old, new in pairs:
            if old != new:
                yield Change(kind=kind, before=old, after=new, table=was.name)


def _valued(measured: Measured) -> str:
    exact = " ÷ ".join(measured.exact)
    shown = f"{measured.value}{measured.unit or ''}"
    return shown if exact == measured.value else f"{shown} ({exact})"


def _counted(remarks: tuple[Remark, ...]) -> str:
    """A row's place is left out: the same rows in another order are the same data."""
    return ", ".join(
        f"{each.table}{f'.{each.column}' if each.column else ''} {each.kind} {each.count}"
        for each in remarks
    )
