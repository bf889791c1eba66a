"""What rows were given at a step, as pages and papers show it."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.verdicts.clauses import clause_name, law_in
from jiheng.web.verdicts.models import ASSESSED_AT, Assessment, RowScore
from jiheng.web.verdicts.standing import assessment_at, scores_of, stale_rows


class Score(Struct, frozen=True, kw_only=True):
    """What a row was given.

    Attributes:
        score: in 1/100 point; None for 待定.
        clause: key of the clause; ``clause_name`` is what people call it.
    """

    step: Step
    score: int | None
    clause: str
    clause_name: str
    law: Citation | None
    reason: str
    by: str
    at: datetime
    revision: int
    is_stale: bool

    @property
    def is_pending(self) -> bool:
        """Whether it is 待定."""
        return self.score is None

    @property
    def text(self) -> str:
        """The score as people write it; "" while it is 待定."""
        return "" if self.score is None else format_points(self.score)


class Scored(Struct, frozen=True, kw_only=True):
    """What a form was given: by row, with the rows that changed since."""

    step: Step
    assessment: Assessment | None
    rows: Mapping[str, RowScore]
    stale: frozenset[str]


def scored_at(record: FormRecord, step: Step) -> Scored:
    """Return what a form's rows were given at a step."""
    assessment = assessment_at(record, step)
    rows = scores_of(assessment)
    stale = stale_rows(record, rows.values())
    return Scored(step=step, assessment=assessment, rows=rows, stale=stale)


def scored_before(record: FormRecord, step: Step) -> tuple[Scored, ...]:
    """Return what its rows were given at the steps before, the first first."""
    earlier = ASSESSED_AT[: ASSESSED_AT.index(step)]
    found = (scored_at(record, each) for each in earlier)
    return tuple(each for each in found if each.rows)


def score_in(path: str, scored: Scored, language: str) -> Score | None:
    """Return what a row was given, or None where it was not looked at."""
    row = scored.rows.get(path)
    if row is None:
        return None
    return Score(
        step=scored.step,
        score=row.score,
        clause=row.clause,
        clause_name=clause_name(row.clause, language),
        law=law_in(row.law),
        reason=row.reason,
        by=row.by.name,
        at=row.at,
        revision=row.revision,
        is_stale=path in scored.stale,
    )
