"""What the papers of a review say, gathered from what happened to the form."""

from collections.abc import Iterator

import msgspec
from django.db.models import QuerySet
from django.utils import timezone

from jiheng.model.form import Form
from jiheng.rulebook.messages import SOURCE, say
from jiheng.web import clock
from jiheng.web.chain.asking import cells_in_question, cells_to_return
from jiheng.web.chain.models import Event, ReturnedCell
from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.drawn import with_texts
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.forms.saving import text_at
from jiheng.web.forms.sheet import Drawn, drawn
from jiheng.web.verdicts.models import ASSESSED_AT, SCORED_AT, Assessment
from jiheng.web.verdicts.page import ReviewPage
from jiheng.web.verdicts.papers.feedback import Demand, Disputed, Feedback
from jiheng.web.verdicts.papers.working_paper import Opinion
from jiheng.web.verdicts.scores import Score
from jiheng.web.verdicts.standing import assessment_at
from jiheng.web.verdicts.sums import printed_sum, reviewed_sum
from jiheng.web.verdicts.table import Row

_DECIDING = (Action.SEND_BACK, Action.REVIEW_DEPARTMENT, Action.RECHECK)


def decisions(record: FormRecord) -> QuerySet[Event]:
    """Return how a form was judged since it has results, the first first."""
    steps = [each.value for each in SCORED_AT]
    found = Event.objects.filter(record=record, action__in=_DECIDING, step_from__in=steps)
    return found.select_related("person__home").order_by("id")


def opinions_of(record: FormRecord) -> tuple[Opinion, ...]:
    """Return what was said with each judgement."""
    return tuple(
        Opinion(
            what=say(f"web.noted.{each.action}", SOURCE),
            text=each.reason or "—",
            by=f"{each.person.name} {timezone.localtime(each.at):%Y-%m-%d}",
        )
        for each in decisions(record)
    )


def feedback_of(record: FormRecord, page: Drawn, case: ReviewPage) -> Feedback | None:
    """Return the feedback of the last judgement; of a review that is under way, its draft.

    None where nobody judged the form and nobody does.
    """
    if record.step in SCORED_AT:
        return _draft(record, page, case)
    last = decisions(record).last()
    return None if last is None else _decided(record, last, case)


def _draft(record: FormRecord, page: Drawn, case: ReviewPage) -> Feedback:
    asked = cells_in_question(page)
    found = (each for each in cells_to_return(record, page).found if each.path in asked)
    form = page.view.form
    opinion = case.assessment.opinion if case.assessment else ""
    return Feedback(
        form=form,
        edition=case.edition,
        step=_step(record.step),
        says=opinion,
        due=case.assessment.due if case.assessment else None,
        demands=(
            *(
                Demand(name=each.name, text=text_at(form, each.path) or "", wanted=each.text)
                for each in found
            ),
            *_open(case, page),
        ),
        rows=_disputed(case, Step(record.step)),
        total=_total(record, Step(record.step), page),
        by="",
        day=clock.today(),
    )


def _decided(record: FormRecord, last: Event, case: ReviewPage) -> Feedback:
    edition, form = _then(record, last)
    page = drawn(form, Step(last.step_from), SOURCE, papers=record.papers)
    assessment = assessment_at(record, last.step_from)
    is_return = last.action == Action.SEND_BACK
    cells = ReturnedCell.objects.filter(event=last) if is_return else ()
    return Feedback(
        form=form,
        edition=edition,
        step=_step(last.step_from),
        says=last.reason,
        due=assessment.due if assessment and is_return else None,
        demands=tuple(
            Demand(
                name=page.name(each.path),
                text=text_at(form, each.path) or "",
                wanted=each.remark or say("verdicts.paper.check", SOURCE),
            )
            for each in cells
        ),
        rows=_disputed(case, Step(last.step_from)),
        total=_total(record, Step(last.step_from), page),
        by=f"{last.person.home or ''} {last.person.name}".strip(),
        day=timezone.localdate(last.at),
    )


def _open(case: ReviewPage, page: Drawn) -> Iterator[Demand]:
    """The rows that are 待定, with what their reviewer asks."""
    for line in case.lines:
        given = line.row.given
        if given is not None and given.is_pending and not given.is_stale and given.reason:
            cell = line.row.actual
            yield Demand(name=page.name(cell.path), text=cell.text, wanted=given.reason)


def _disputed(case: ReviewPage, step: Step) -> tuple[Disputed, ...]:
    """The rows that were given something else than their unit gave, up to a step."""
    known = ASSESSED_AT[: ASSESSED_AT.index(step) + 1]
    found = ((line.row, _last(line.row, known)) for line in case.lines)
    return tuple(
        Disputed(row=row, score=score)
        for row, score in found
        if score is not None and score.score != row.item.printed
    )


def _last(row: Row, known: tuple[Step, ...]) -> Score | None:
    given = () if row.given is None else (row.given,)
    scores = (each for each in (*row.earlier, *given) if each.step in known and not each.is_stale)
    return next(iter(tuple(scores)[::-1]), None)


def _total(record: FormRecord, step: Step, page: Drawn) -> str:
    """Both totals in a sentence, by the latest review up to a step; "" where nothing was scored."""
    steps = [each.value for each in ASSESSED_AT[: ASSESSED_AT.index(step) + 1]]
    found = Assessment.objects.filter(record=record, step__in=steps, low__isnull=False)
    last = found.order_by("id").last()
    if last is None or page.judged is None:
        return ""
    printed = printed_sum(page.judged)
    reviewed = reviewed_sum(last.low, last.high, page.judged)
    return say(
        "verdicts.paper.total",
        SOURCE,
        printed=f"{printed.points} {printed.grades}".strip(),
        reviewed=f"{reviewed.points} {reviewed.grades}".strip(),
    )


def _then(record: FormRecord, event: Event) -> tuple[int, Form]:
    """The version that was judged, under the number by which people count, and its form."""
    versions = FormVersion.objects.filter(record=record, number__lte=event.version)
    ordered = versions.order_by("number")
    version = ordered.last()
    document = record.document if version is None else version.document
    return ordered.count(), with_texts(msgspec.json.decode(document, type=Form))


def _step(step: str) -> str:
    return say(f"web.step.{step}", SOURCE)
