"""反馈意见: what the unit is to mend, cell by cell, and what its rows were given; in Chinese."""

from datetime import date

from msgspec import Struct

from jiheng.model.check_code import check_code
from jiheng.model.form import Form
from jiheng.rulebook.messages import SOURCE, say
from jiheng.web.forms.models import FormRecord
from jiheng.web.verdicts.papers.ruled import Heading, Ruled
from jiheng.web.verdicts.scores import Score
from jiheng.web.verdicts.table import Row
from jiheng.writers.layout import LaidOut

_WIDTHS = (4, 16, 14, 34, 16)


class Demand(Struct, frozen=True, kw_only=True):
    """A cell that is to be mended, what stands in it, and what is to be done."""

    name: str
    text: str
    wanted: str


class Disputed(Struct, frozen=True, kw_only=True):
    """A row that was given something else than its unit gave."""

    row: Row
    score: Score


class Feedback(Struct, frozen=True, kw_only=True):
    """What a review tells its unit.

    Attributes:
        form: as it was reviewed.
        step: in words.
        says: the reviewer's own words.
        due: until when; None where no day was named.
        total: both totals in one sentence; "" where nothing was scored.
        by: who, of which organisation; "" while it is a draft.
    """

    form: Form
    edition: int
    step: str
    says: str
    due: date | None
    demands: tuple[Demand, ...]
    rows: tuple[Disputed, ...]
    total: str
    by: str
    day: date


def feedback_paper(record: FormRecord, told: Feedback) -> LaidOut:
    """Return the feedback as a paper."""
    ruled = Ruled(_WIDTHS)
    if told.says:
        ruled.part(_say("paper.says"))
        ruled.part(told.says)
    _demands(ruled, told.demands)
    _rows(ruled, told.rows)
    if told.total:
        ruled.part(told.total)
    if not (told.says or told.demands or told.rows or told.total):
        ruled.part(_say("paper.nothing"))
    return ruled.laid(_heading(record, told), is_wide=False)


def _say(key: str, **values: str) -> str:
    return say(f"verdicts.{key}", SOURCE, **values)


def _heading(record: FormRecord, told: Feedback) -> Heading:
    values = {"project": record.project, "step": told.step, "year": str(record.year)}
    opening = _say("paper.asks" if told.demands else "paper.tells", **values)
    due = () if told.due is None else (_say("until", day=f"{told.due}"),)
    code = _say("paper.code", number=str(told.edition), code=check_code(told.form))
    by = told.by or _say("paper.draft")
    return Heading(
        centred=(_say("paper.feedback"),),
        lines=(
            _say("paper.to", unit=record.organisation.name),
            f"　　{opening}{''.join(due)}",
            _say("paper.number", number=record.number, code=code),
        ),
        after=(_say("paper.from", by=by, day=f"{told.day}"),),
    )


def _demands(ruled: Ruled, demands: tuple[Demand, ...]) -> None:
    if not demands:
        return
    ruled.part(_say("paper.demands", count=str(len(demands))))
    names = (("paper.no", 1), ("paper.cell", 1), ("paper.filled", 1), ("paper.wanted", 2))
    ruled.heads((_say(name), width) for name, width in names)
    for number, each in enumerate(demands, 1):
        cells = (
            (str(number), 1, False),
            (each.name, 1, True),
            (each.text, 1, True),
            (each.wanted, 2, True),
        )
        ruled.values(0, cells)


def _rows(ruled: Ruled, rows: tuple[Disputed, ...]) -> None:
    if not rows:
        return
    ruled.part(_say("paper.differing", count=str(len(rows))))
    names = (("paper.no", 1), ("name", 1), ("paper.both", 1), ("reason", 1), ("clause", 1))
    ruled.heads((_say(name), width) for name, width in names)
    for number, each in enumerate(rows, 1):
        row, last = each.row, each.score
        given = _say("pending") if last.is_pending else last.text
        unread = _say("unread") if last.law and not last.law.verified else ""
        cells = (
            (str(number), 1, False),
            (row.name, 1, True),
            (f"{row.printed.text or '—'} → {given}", 1, False),
            (last.reason, 1, True),
            (f"{last.clause_name}{unread}", 1, True),
        )
        ruled.values(0, cells)
