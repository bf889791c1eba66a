"""Cells without which a form cannot go on: what a work list counts and leads to."""

from collections.abc import Iterator

from jiheng.model.form import Form
from jiheng.web.chain.steps import Step


def blank_paths(form: Form, step: Step) -> tuple[str, ...]:
    """Return the empty cells that a unit has to fill in at a step, in the form's order.

    Reasons, remarks and whatever else may stay empty are not among them.
    """
    match step:
        case Step.TARGET_DRAFT:
            return tuple(_targets(form))
        case Step.SELF_EVALUATION:
            return tuple(_results(form))
        case _:
            return ()


def _targets(form: Form) -> Iterator[str]:
    line = form.total_line
    if line is not None and not (line.initial_budget or line.adjusted_budget):
        yield "funds.lines[0].initial_budget"
    if not form.goals and not form.goal.expected:
        yield "goal.expected"
    for index, row in enumerate(form.indicators):
        if not row.target:
            yield f"indicators[{index}].target"
        if not row.weight:
            yield f"indicators[{index}].weight"


def _results(form: Form) -> Iterator[str]:
    line = form.total_line
    if line is not None and not line.executed:
        yield "funds.lines[0].executed"
    if form.goal.expected and not form.goal.actual:
        yield "goal.actual"
    for index, row in enumerate(form.indicators):
        if not row.actual:
            yield f"indicators[{index}].actual"
        if row.weight and not row.score:
            yield f"indicators[{index}].score"
