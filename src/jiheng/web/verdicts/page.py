"""The page of a review: the table with its fields, what it comes to, and what came back."""

from collections.abc import Mapping

from msgspec import Struct

from jiheng.model.form import Form
from jiheng.model.points import format_points
from jiheng.rulebook.messages import say
from jiheng.web.access.decide import Ruling
from jiheng.web.access.situations import posts_of, situation_of
from jiheng.web.chain.changed import Difference
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.forms.sheet import Drawn
from jiheng.web.people.models import Person
from jiheng.web.verdicts.clauses import Clause
from jiheng.web.verdicts.comeback import Comeback, comeback_of
from jiheng.web.verdicts.findings import Told, told
from jiheng.web.verdicts.models import SCORED_AT, Assessment
from jiheng.web.verdicts.permission import decide_scoring, reads_papers
from jiheng.web.verdicts.scores import scored_at, scored_before
from jiheng.web.verdicts.standing import assessment_at, holding
from jiheng.web.verdicts.summing import Standing, standing_of
from jiheng.web.verdicts.sums import Sum, printed_sum, recomputed_sum, reviewed_sum
from jiheng.web.verdicts.table import Cell, Row, cell_of, table
from jiheng.web.verdicts.wishes import Unsaved, Wish


class Line(Struct, frozen=True, kw_only=True):
    """A row with what stands in its fields.

    Attributes:
        typed, clause, reason: what the reviewer typed, or what is saved.
        why: why it could not be saved; "" where it was.
    """

    row: Row
    typed: str = ""
    clause: str = ""
    reason: str = ""
    seen: int = 0
    why: str = ""


class Prose(Struct, frozen=True, kw_only=True):
    """A text of the form under its name."""

    name: str
    cell: Cell


class ReviewPage(Struct, frozen=True, kw_only=True):
    """A form under review.

    Attributes:
        step: whose scores stand in the fields.
        edition: number of the unit's version, as people count them.
        standing: what the scores of ``reviewed_at`` come to: of this step, or of the one before.
        doubts: errors and doubts; ``hints`` the rest.
        ceiling: why the total cannot be more; "" where nothing holds it down.
    """

    step: Step
    edition: int
    lines: tuple[Line, ...]
    standing: Standing
    weight: str
    printed: Sum
    recomputed: Sum
    reviewed: Sum
    reviewed_at: Step
    ceiling: str
    prose: tuple[Prose, ...]
    doubts: tuple[Told, ...]
    hints: tuple[Told, ...]
    comeback: Comeback | None
    assessment: Assessment | None
    may_score: bool

    @property
    def can_pass(self) -> bool:
        """Whether nothing that was begun is left open."""
        is_begun = self.standing.is_begun and self.reviewed_at is self.step
        return not is_begun or self.standing.is_settled

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Return every clause that can be cited here, each once."""
        found = {each.key: each for line in self.lines for each in line.row.clauses}
        return tuple(found.values())

    @property
    def open_points(self) -> str:
        """Weight of the rows without a score."""
        return format_points(self.standing.open_points)

    @property
    def open_rows(self) -> int:
        """How many rows have no score."""
        return self.standing.pending + self.standing.left


def may_score(person: Person, record: FormRecord) -> bool:
    """Return whether a person may score the rows of a form now."""
    ruling = decide_scoring(posts_of(person), situation_of(record, person))
    return ruling is Ruling.ALLOWED


def review_page(
    record: FormRecord,
    page: Drawn,
    person: Person,
    wishes: tuple[Wish, ...] = (),
    unsaved: tuple[Unsaved, ...] = (),
) -> ReviewPage | None:
    """Return a form as it is reviewed; None before it has results.

    Args:
        record: the form.
        page: the form as it is drawn, with its findings.
        person: who looks.
        wishes: what was typed and may not be saved.
        unsaved: which of it is not, and why.
    """
    judged = page.judged
    if judged is None:
        return None
    step = _step(record, person)
    here, earlier = scored_at(record, step), scored_before(record, step)
    back = comeback_of(record, page)
    rows = table(page, judged, back.differences if back else {}, here, earlier)
    # Who has given nothing yet sees what the department's scores come to.
    shown = here if here.rows or not earlier else earlier[-1]
    standing = standing_of(judged.scored, holding(shown.rows, shown.stale))
    by_path = {row.path: row for row in rows}
    counted = tuple(
        told(each, page, by_path) for each in page.view.findings if each.standing == "counted"
    )
    return ReviewPage(
        step=step,
        edition=FormVersion.objects.filter(record=record).count(),
        lines=_lines(rows, wishes, unsaved, page.voice.language),
        standing=standing,
        weight=judged.form.total.weight or "",
        printed=printed_sum(judged),
        recomputed=recomputed_sum(judged),
        reviewed=reviewed_sum(standing.low, standing.high, judged),
        reviewed_at=shown.step,
        ceiling=judged.audit.score.ceiling or "",
        prose=_prose(judged.form, page, back.differences if back else {}),
        doubts=tuple(each for each in counted if each.numbered.finding.severity != "info"),
        hints=tuple(each for each in counted if each.numbered.finding.severity == "info"),
        comeback=back,
        assessment=here.assessment,
        may_score=may_score(person, record),
    )


def _step(record: FormRecord, person: Person) -> Step:
    """The step whose scores stand in the fields; of a closed form its draw's, for reviewers."""
    if record.step in SCORED_AT:
        return Step(record.step)
    posts, situation = posts_of(person), situation_of(record, person)
    is_drawn = situation.is_assigned or assessment_at(record, Step.CLOSED) is not None
    is_shown = record.step == Step.CLOSED and is_drawn and reads_papers(posts, situation)
    return Step.CLOSED if is_shown else SCORED_AT[-1]


def _lines(
    rows: tuple[Row, ...], wishes: tuple[Wish, ...], unsaved: tuple[Unsaved, ...], language: str
) -> tuple[Line, ...]:
    typed = {each.row: each for each in wishes}
    why = {each.row: say(each.why, language) for each in unsaved}
    return tuple(
        _typed(row, typed[row.path], why[row.path]) if row.path in why else _saved(row, language)
        for row in rows
    )


def _typed(row: Row, wish: Wish, why: str) -> Line:
    seen = row.given.revision if row.given else 0
    return Line(
        row=row, typed=wish.typed, clause=wish.clause, reason=wish.reason, seen=seen, why=why
    )


def _saved(row: Row, language: str) -> Line:
    given = row.given
    if given is None:
        return Line(row=row)
    if given.is_stale:
        # What was given to another value is shown beside the field and not in it.
        return Line(row=row, clause=given.clause, seen=given.revision)
    pending = say("verdicts.pending", language)
    return Line(
        row=row,
        typed=given.text or pending,
        clause=given.clause,
        reason=given.reason,
        seen=given.revision,
    )


def _prose(form: Form, page: Drawn, changed: Mapping[str, Difference]) -> tuple[Prose, ...]:
    goals = (
        f"goals[{at}].{field}" for at in range(len(form.goals)) for field in ("expected", "actual")
    )
    paths = (
        *(goals if form.goals else ("goal.expected", "goal.actual")),
        "conclusion",
        *(f"texts[{at}].text" for at in range(len(form.texts))),
    )
    cells = (cell_of(form, path, changed) for path in paths)
    return tuple(
        Prose(name=page.name(cell.path), cell=cell) for cell in cells if cell.text or cell.old
    )
