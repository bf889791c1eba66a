"""申请开放此格: the unit asks that cells be opened that are locked, and says why."""

from jiheng.web.chain.models import Event, OpeningRequest, ReturnedCell
from jiheng.web.chain.openness import askable_paths, is_result
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.route import Route
from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.saving import form_of


def ask_opening(order: Order) -> Event:
    """Put the request before whoever judges these cells; nothing opens yet."""
    with opened(order, Action.ASK_OPENING) as case:
        if not order.reason.strip():
            raise Refused("refused.reason")
        wanted = {each.path: each.remark for each in order.cells}
        if not wanted or not set(wanted) <= askable_paths(form_of(case.record), case.record):
            raise Refused("refused.not-locked")
        event = case.stay({"cells": ", ".join(wanted)})
        ReturnedCell.objects.bulk_create(
            ReturnedCell(event=event, path=path, remark=remark) for path, remark in wanted.items()
        )
        judged_at = judging_step(case.route, case.step, tuple(wanted))
        OpeningRequest.objects.create(record=case.record, event=event, judged_at=judged_at)
        return event


def judging_step(route: Route, step: Step, paths: tuple[str, ...]) -> Step:
    """Return the step whose judges may open these cells: approved ones by who approves."""
    is_approved = step is Step.SELF_EVALUATION and not all(map(is_result, paths))
    approves = is_approved and route.judges(Step.TARGET_APPROVAL)
    return Step.TARGET_APPROVAL if approves else route.after(step)
