"""批复目标调整: the other targets take effect; the old ones stay in the form's history."""

from jiheng.model.form import Form
from jiheng.rulebook.layouts import LAYOUT_IDS, load_layout
from jiheng.web.chain.models import Event, ProposedTarget, last_event
from jiheng.web.chain.order import Order, opened
from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.saving import CellChange, form_of, save_changes


def approve_adjustment(order: Order) -> Event:
    """Put the proposed targets into the form, and go on where it was."""
    with opened(order, Action.APPROVE_ADJUSTMENT) as case:
        asked = last_event(case.record, Action.ASK_ADJUSTMENT)
        form = form_of(case.record)
        changes = tuple(
            CellChange(path=_cell(form, each.path), new=each.new)
            for each in ProposedTarget.objects.filter(event=asked)
        )
        # The words are those of who asked; approving them makes nobody their author.
        save_changes(case.record, changes, asked.person)
        return case.move(Step(asked.step_from))


def _cell(form: Form, path: str) -> str:
    """Where the new target is written: beside the first one, if the form has a column for it."""
    known = form.layout in LAYOUT_IDS
    roles = load_layout(form.layout or "").column_roles if known else ()
    return path.replace(".target", ".adjusted_target") if "adjusted_target" in roles else path
