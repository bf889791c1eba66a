"""What a reviewer wants to give, held against what stands there: pure, row by row."""

from msgspec import Struct

from jiheng.model.points import format_points
from jiheng.scoring.scored import ScoredItem
from jiheng.web.verdicts.marks import BadMark, Mark, mark_in
from jiheng.web.verdicts.summing import most_of

MOST_SAID = 1000
"""Signs of a reason."""


class Wish(Struct, frozen=True, kw_only=True):
    """What a reviewer wants to give a row.

    Attributes:
        row: path of the row.
        typed: the score as typed; "" takes it away.
        clause: key of the clause, or "".
        seen: the revision that the page showed; 0 where there was none.
    """

    row: str
    typed: str
    clause: str = ""
    reason: str = ""
    seen: int = 0


class Given(Struct, frozen=True, kw_only=True):
    """What a row has.

    Attributes:
        score: in 1/100 point; None for 待定.
        is_stale: the row changed since it was given.
    """

    score: int | None
    clause: str
    reason: str
    revision: int
    is_stale: bool = False


class Unsaved(Struct, frozen=True, kw_only=True):
    """A row that was not saved; ``why`` is the key of a sentence."""

    row: str
    why: str


class Write(Struct, frozen=True, kw_only=True):
    """A row that is to be written; without a mark it loses what it has."""

    row: str
    mark: Mark | None
    clause: str
    reason: str


def settled(wish: Wish, item: ScoredItem, before: Given | None) -> Write | Unsaved | None:
    """Return what is to be written for a row, why it cannot be, or None where nothing is new."""
    try:
        mark = mark_in(wish.typed, most_of(item))
    except BadMark as error:
        return Unsaved(row=wish.row, why=error.why)
    reason = wish.reason.strip()[:MOST_SAID]
    if mark is None and (wish.clause or reason):
        # Who says something and gives nothing has looked at the row and left it open.
        mark = Mark(score=None)
    if mark is None:
        is_there = before is not None and not before.is_stale
        if not is_there:
            return None
    elif _says_the_same(before, mark, wish.clause, reason):
        return None
    if before is not None and before.revision != wish.seen:
        return Unsaved(row=wish.row, why="verdicts.changed")
    return Write(row=wish.row, mark=mark, clause=wish.clause, reason=reason)


def told(write: Write, before: Given | None) -> str:
    """Return a row's old and new score, with clause and reason, in one line of the journal."""
    old = "" if before is None else _points(before.score)
    new = "" if write.mark is None else _points(write.mark.score)
    return " ".join(filter(None, (f"{old} → {new}", write.clause, write.reason)))


def _says_the_same(before: Given | None, mark: Mark, clause: str, reason: str) -> bool:
    if before is None or before.is_stale:
        return False
    return (before.score, before.clause, before.reason) == (mark.score, clause, reason)


def _points(score: int | None) -> str:
    return "?" if score is None else format_points(score)
