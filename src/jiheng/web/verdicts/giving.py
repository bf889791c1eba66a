"""复核打分: rows are given scores, each by itself; what somebody else gave meanwhile is told."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import date

from django.db import transaction
from msgspec import Struct

from jiheng.model.points import parse_points
from jiheng.pipeline.judging import Judged
from jiheng.rulebook.messages import SOURCE
from jiheng.scoring.scored import ScoredItem
from jiheng.web import clock
from jiheng.web.access.decide import Ruling
from jiheng.web.access.situations import posts_of, situation_of
from jiheng.web.chain.order import Refused
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remembering import judged_here
from jiheng.web.forms.saving import check_version, form_of, locked_record
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person
from jiheng.web.verdicts.clauses import cited, clauses_for
from jiheng.web.verdicts.models import Assessment, RowScore
from jiheng.web.verdicts.permission import decide_scoring
from jiheng.web.verdicts.standing import assessment_at, holding, scores_of, stale_rows
from jiheng.web.verdicts.summing import judged_items, standing_of
from jiheng.web.verdicts.wishes import Given, Unsaved, Wish, Write, settled, told


class Remark(Struct, frozen=True, kw_only=True):
    """What a reviewer means to say of the whole form, and until when it is to be mended."""

    opinion: str = ""
    due: date | None = None


class Giving(Struct, frozen=True, kw_only=True):
    """Scores that one person gives to rows of one form.

    Attributes:
        version: the form's version that they saw.
        remark: None leaves it as it is.
    """

    person: Person
    record: int
    version: int
    wishes: tuple[Wish, ...] = ()
    remark: Remark | None = None


def give(giving: Giving) -> tuple[Unsaved, ...]:
    """Save scores; return the rows that were not saved.

    Raises:
        Refused: this person may not score this form now, or a row is none of its.
        OutOfDate: the form changed meanwhile.
    """
    with _held(giving) as record:
        judged = judged_here(form_of(record), record.papers)
        assessment = assessment_at(record, record.step)
        before = _given(record, assessment)
        items = {item.at: item for item in judged_items(judged.scored)}
        outcomes = tuple(_settled(each, items, before) for each in giving.wishes)
        writes = tuple(each for each in outcomes if isinstance(each, Write))
        if writes or giving.remark not in {None, _remark_of(assessment)}:
            kept = _begun(record, assessment, giving)
            _write(kept, writes, judged, giving)
            _sum_up(kept, record, judged)
            lines = {each.row: told(each, before.get(each.row)) for each in writes}
            note("score-rows", record.number, giving.person, {"step": record.step, **lines})
        return tuple(each for each in outcomes if isinstance(each, Unsaved))


def forget_opinion(record: FormRecord) -> None:
    """Drop what was noted as opinion; what was said in the end stands in the form's events."""
    Assessment.objects.filter(record=record, step=record.step).update(opinion="")


@contextmanager
def _held(giving: Giving) -> Generator[FormRecord]:
    with transaction.atomic():
        record = locked_record(giving.record)
        ruling = decide_scoring(posts_of(giving.person), situation_of(record, giving.person))
        if ruling is not Ruling.ALLOWED:
            raise Refused(f"ruling.{ruling}")
        check_version(record, giving.version)
        yield record


def _given(record: FormRecord, assessment: Assessment | None) -> dict[str, Given]:
    scores = scores_of(assessment)
    stale = stale_rows(record, scores.values())
    return {
        row: Given(
            score=each.score,
            clause=each.clause,
            reason=each.reason,
            revision=each.revision,
            is_stale=row in stale,
        )
        for row, each in scores.items()
    }


def _settled(
    wish: Wish, items: Mapping[str, ScoredItem], before: Mapping[str, Given]
) -> Write | Unsaved | None:
    item = items.get(f"{wish.row}.score")
    if item is None:
        raise Refused("refused.no-cell")
    return settled(wish, item, before.get(wish.row))


def _begun(record: FormRecord, assessment: Assessment | None, giving: Giving) -> Assessment:
    found = assessment or Assessment(record=record, step=record.step)
    found.version, found.by, found.at = record.version, giving.person, clock.now()
    if giving.remark is not None:
        found.opinion, found.due = giving.remark.opinion, giving.remark.due
    found.save()
    return found


def _write(
    assessment: Assessment, writes: tuple[Write, ...], judged: Judged, giving: Giving
) -> None:
    items = {item.at: item for item in judged_items(judged.scored)}
    known = scores_of(assessment)
    for each in writes:
        row = known.get(each.row)
        if each.mark is None:
            if row is not None:
                row.delete()
            continue
        clauses = clauses_for(items[f"{each.row}.score"], judged, SOURCE)
        clause = next((one for one in clauses if one.key == each.clause), None)
        row = row or RowScore(assessment=assessment, row=each.row, revision=0)
        row.score, row.reason = each.mark.score, each.reason
        row.clause, row.law = (clause.key if clause else ""), cited(clause)
        row.version, row.revision = assessment.version, row.revision + 1
        row.by, row.at = giving.person, assessment.at
        row.save()


def _remark_of(assessment: Assessment | None) -> Remark:
    return Remark(opinion=assessment.opinion, due=assessment.due) if assessment else Remark()


def _sum_up(assessment: Assessment, record: FormRecord, judged: Judged) -> None:
    """Keep what the scores come to beside them, for lists and the sample's estimate."""
    scores = scores_of(assessment)
    given = holding(scores, stale_rows(record, scores.values()))
    standing = standing_of(judged.scored, given)
    assessment.low, assessment.high = standing.low, standing.high
    assessment.printed = parse_points(judged.scored.form.total.score)
    assessment.save()
