"""申请目标调整: the unit asks for other targets while the year runs."""

import re

from jiheng.model.form import Form
from jiheng.model.paths import value_at
from jiheng.web.chain.models import Event, ProposedTarget
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.saving import CellChange, form_of

_TARGET = re.compile(r"indicators\[\d+\]\.target")


def ask_adjustment(order: Order) -> Event:
    """Put other targets up for approval; nothing in the form changes yet."""
    with opened(order, Action.ASK_ADJUSTMENT) as case:
        if not order.reason.strip():
            raise Refused("refused.reason")
        if not case.route.adjustment:
            raise Refused("refused.no-adjustment")
        form = form_of(case.record)
        wanted = tuple(each for each in order.changes if _is_new(form, each))
        if not wanted:
            raise Refused("refused.no-proposal")
        event = case.move(Step.ADJUSTMENT)
        ProposedTarget.objects.bulk_create(
            ProposedTarget(
                event=event, path=each.path, old=target_now(form, each.path), new=each.new or ""
            )
            for each in wanted
        )
        return event


def target_now(form: Form, path: str) -> str | None:
    """Return the target that counts: the adjusted one where there is one."""
    adjusted = value_at(form, path.replace(".target", ".adjusted_target"))
    value = adjusted or value_at(form, path)
    return value if isinstance(value, str) else None


def _is_new(form: Form, wish: CellChange) -> bool:
    """Whether a wish is about a target, and for another one than it has."""
    if not _TARGET.fullmatch(wish.path) or value_at(form, wish.path) is None:
        return False
    return bool(wish.new) and wish.new != target_now(form, wish.path)
