"""The goals of a form with the paths of their cells."""

from msgspec import Struct

from jiheng.model.form import Form, Goal


class GoalPlace(Struct, frozen=True, kw_only=True):
    """One goal and the paths of its two cells.

    Attributes:
        index: the number by which indicators point to it.
    """

    index: int
    goal: Goal
    expected_at: str
    actual_at: str


def goals_of(form: Form) -> tuple[GoalPlace, ...]:
    """Return all goals of a form; the overall goal is not told twice where there are several."""
    if not form.goals:
        return (_place(0, form.goal, "goal"),)
    return tuple(_place(index, goal, f"goals[{index}]") for index, goal in enumerate(form.goals))


def _place(index: int, goal: Goal, path: str) -> GoalPlace:
    return GoalPlace(
        index=index, goal=goal, expected_at=f"{path}.expected", actual_at=f"{path}.actual"
    )
