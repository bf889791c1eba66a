"""The yearly goal and what became of it."""

from jiheng.model.form import Form, Goal
from jiheng.rulebook.layouts import GoalBlock, Layout
from jiheng.writers.layout.sheet import Sheet


def put_goals(sheet: Sheet, form: Form, layout: Layout) -> None:
    """Put the goal block, with one row for each goal where there are several."""
    goals = form.goals if len(form.goals) > 1 else (form.goal,)
    paths = [f"goals[{index}]" for index in range(len(goals))] if len(goals) > 1 else ["goal"]
    block = layout.goal
    is_headed = block.style == "headed"
    sheet.put(0, block.label, rows=len(goals) + is_headed)
    if is_headed:
        _put_pair(sheet, block, block.expected, block.actual)
    for goal, path in zip(goals, paths, strict=True):
        _put_pair(sheet, block, *_texts(block, goal), path=path)


def _texts(block: GoalBlock, goal: Goal) -> tuple[str, str]:
    expected, actual = goal.expected or "", goal.actual or ""
    if block.style == "headed":
        return expected, actual
    return f"{block.expected} {expected}".rstrip(), f"{block.actual} {actual}".rstrip()


def _put_pair(
    sheet: Sheet, block: GoalBlock, expected: str, actual: str, *, path: str | None = None
) -> None:
    left, right = (f"{path}.expected", f"{path}.actual") if path else (None, None)
    sheet.put(1, expected, span=block.actual_at - 1, path=left, left=path is not None)
    sheet.put_rest(block.actual_at, actual, path=right, left=path is not None)
    sheet.next_row()
