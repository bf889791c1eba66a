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
from jiheng.web.verdicts.models import SCORED_AT
from jiheng.web.verdicts.page import ReviewPage
from jiheng.web.verdicts.papers.feedback import Demand, Feedback
from jiheng.web.verdicts.papers.working_paper import Opinion
from jiheng.web.verdicts.standing import assessment_at
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
        rows=_disputed(case),
        total=_total(case),
        by="",
        day=clock.today(),
    )


def _decided(record: FormRecord, last: Event, case: ReviewPage) -> Feedback:
    edition, form = _then(record, last)
    page = drawn(form, Step(last.step_from), SOURCE)
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
        rows=_disputed(case),
        total=_total(case),
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


def _disputed(case: ReviewPage) -> tuple[Row, ...]:
    return tuple(line.row for line in case.lines if line.row.is_disputed)


def _total(case: ReviewPage) -> str:
    if not case.standing.is_begun:
        return ""
    printed, reviewed = case.printed, case.reviewed
    values = {"printed": f"{printed.points} {printed.grades}".strip()}
    return say(
        "verdicts.paper.total",
        SOURCE,
        reviewed=f"{reviewed.points} {reviewed.grades}".strip(),
        **values,
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
