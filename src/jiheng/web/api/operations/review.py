"""Review: scores row by row with clause and reason, what they come to, and the papers."""

from datetime import date
from typing import Annotated, Literal

from django.http import FileResponse, HttpRequest
from msgspec import Meta, Struct
from ninja import Body

from jiheng.model.citation import Citation
from jiheng.web.access.situations import posts_of
from jiheng.web.api.figures import points
from jiheng.web.api.operations.around import Number, forbidden, seen
from jiheng.web.api.problems import Trouble
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Line, Text, Version, Wire
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sent import clean
from jiheng.web.forms.sheet import drawn_now
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.papers.views import TYPES
from jiheng.web.review.pool import stages_of
from jiheng.web.verdicts.giving import Giving, Remark, give
from jiheng.web.verdicts.page import Line as ReviewLine
from jiheng.web.verdicts.page import ReviewPage, review_page
from jiheng.web.verdicts.papers.views import KINDS, feedback_file, working_file
from jiheng.web.verdicts.wishes import Unsaved, Wish

_MOST_ROWS = 500
_MEDIA = tuple(TYPES[kind] for kind in KINDS)

Paper = Literal["docx", "pdf"]


class ClauseFound(Wire, frozen=True, kw_only=True):
    """A clause that can be cited for a row, by its key."""

    key: str
    name: str
    law: Citation


class ReviewRow(Wire, frozen=True, kw_only=True):
    """A row under review.

    Attributes:
        row: its path.
        points: the most that it can be given.
        printed: the unit's own score; ``recomputed`` lowest and highest by the rules.
        given: what stands in the reviewer's field; 待定 where it was put off.
        seen: the revision of what is given, by which a save says what it saw.
    """

    row: str
    name: str
    points: str
    target: str
    actual: str
    printed: str
    recomputed: tuple[str, str] | None
    given: str
    clause: str
    reason: str
    seen: int
    clauses: tuple[ClauseFound, ...]


class Review(Wire, frozen=True, kw_only=True):
    """A form under review.

    Attributes:
        step: whose scores these are.
        low, high: what they come to; apart while a row is open, null where no row has a score.
        open_rows: how many rows have no score.
    """

    number: str
    version: int
    step: str
    may_score: bool
    rows: tuple[ReviewRow, ...]
    low: str | None
    high: str | None
    open_rows: int
    opinion: str
    due: date | None


class RowUnsaved(Wire, frozen=True, kw_only=True):
    """A row that was not saved; ``why`` is the key of a sentence."""

    row: str
    why: str


class Reviewed(Wire, frozen=True, kw_only=True):
    """What stands after a save, and the rows that were not saved."""

    review: Review
    unsaved: tuple[RowUnsaved, ...]


class RowGiven(Struct, frozen=True, kw_only=True):
    """What a row is to be given; an empty score takes it away, 待定 puts it off."""

    row: Line
    score: Annotated[str, Meta(max_length=20)]
    clause: Annotated[str, Meta(max_length=40)] = ""
    reason: Text = ""
    seen: Annotated[int, Meta(ge=0, le=2**31 - 1)] = 0


class Scoring(Wire, frozen=True, kw_only=True):
    """Scores for rows of the version that the caller saw; ``opinion`` left out stays."""

    version: Version
    rows: Annotated[tuple[RowGiven, ...], Meta(max_length=_MOST_ROWS)] = ()
    opinion: Text | None = None
    due: date | None = None


def review(request: HttpRequest, number: Number) -> Review:
    """Return a form as it is reviewed."""
    return _review(request, seen(request, number))


def score_rows(request: HttpRequest, number: Number, scoring: Body[Scoring]) -> Reviewed:
    """Give rows scores, each by itself."""
    record = seen(request, number)
    unsaved: tuple[Unsaved, ...] = give(
        Giving(
            person=visitor(request),
            record=record.pk,
            version=scoring.version,
            wishes=tuple(
                Wish(
                    row=each.row,
                    typed=clean(each.score) or "",
                    clause=each.clause,
                    reason=clean(each.reason) or "",
                    seen=each.seen,
                )
                for each in scoring.rows
            ),
            remark=None
            if scoring.opinion is None
            else Remark(opinion=clean(scoring.opinion) or "", due=scoring.due),
        )
    )
    record.refresh_from_db()
    return Reviewed(
        review=_review(request, record),
        unsaved=tuple(RowUnsaved(row=each.row, why=each.why) for each in unsaved),
    )


def working_paper(request: HttpRequest, number: Number, kind: Paper) -> FileResponse:
    """Return the working paper of a form's review."""
    return working_file(visitor(request), seen(request, number), kind)


def feedback(request: HttpRequest, number: Number, kind: Paper) -> FileResponse:
    """Return what a review tells the unit."""
    return feedback_file(visitor(request), seen(request, number), kind)


def _review(request: HttpRequest, record: FormRecord) -> Review:
    # What is given is between those who judge, until the feedback tells the unit.
    if not stages_of(posts_of(visitor(request))):
        raise forbidden()
    page = drawn_now(record, language_of(request))
    found = review_page(record, page, visitor(request))
    if found is None:
        raise Trouble(409, "api.refused.not-judged")
    return _found(record, found)


def _found(record: FormRecord, found: ReviewPage) -> Review:
    assessment = found.assessment
    return Review(
        number=record.number,
        version=record.version,
        step=found.step,
        may_score=found.may_score,
        rows=tuple(_row(each) for each in found.lines),
        low=points(found.standing.low),
        high=points(found.standing.high),
        open_rows=found.open_rows,
        opinion=assessment.opinion if assessment else "",
        due=assessment.due if assessment else None,
    )


def _row(line: ReviewLine) -> ReviewRow:
    row = line.row
    return ReviewRow(
        row=row.path,
        name=row.name,
        points=row.points,
        target=row.target.text,
        actual=row.actual.text,
        printed=row.printed.text,
        recomputed=row.recomputed,
        given=line.typed,
        clause=line.clause,
        reason=line.reason,
        seen=line.seen,
        clauses=tuple(
            ClauseFound(key=each.key, name=each.name, law=each.law) for each in row.clauses
        ),
    )


_FORM = "/forms/{number}"

OPERATIONS = (
    Operation(name="review", method="GET", path=f"{_FORM}/review", view=review, answer=Review),
    Operation(
        name="score-rows",
        method="POST",
        path=f"{_FORM}/review",
        view=score_rows,
        answer=Reviewed,
    ),
    Operation(
        name="working-paper",
        method="GET",
        path=f"{_FORM}/working-paper/{{kind}}",
        view=working_paper,
        media=_MEDIA,
    ),
    Operation(
        name="feedback",
        method="GET",
        path=f"{_FORM}/feedback/{{kind}}",
        view=feedback,
        media=_MEDIA,
    ),
)
