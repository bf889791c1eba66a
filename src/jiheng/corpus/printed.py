"""What of a form its layout prints: a truth holds nothing that no reader could see."""

from collections.abc import Callable

from msgspec.structs import asdict, replace

from jiheng.model.form import Form, Funds, Goal, Indicator, MoneyLine, Project, Total
from jiheng.rulebook.layouts import Layout
from jiheng.writers.layout import Place, lay_out

Holds = Callable[[str], bool]
"""Whether the field of a path is there to be seen."""

_LEVEL1 = ("level1_printed", "level1_points")
"""They stand in the cell of level 1."""
_OUTSIDE = ("reporting_unit", "filled_on", "contact")


def as_printed(form: Form, layout: Layout) -> Form:
    """Return the form with only those fields for which the layout has a place."""
    laid = lay_out(form, layout)
    lines = {line.field for line in (*layout.head_lines, *layout.tail_lines)}
    printed = kept(form, lambda path: path in laid.places or path in lines)
    texts = {(cell.row, cell.column): cell.text for cell in laid.grid.cells}
    shown = {path: texts[place] or None for path, place in laid.places.items()}
    # A layout may split a target into cells by its own lights.
    indicators = tuple(
        replace(
            item,
            unit=shown.get(f"indicators[{number}].unit"),
            nature=shown.get(f"indicators[{number}].nature"),
        )
        for number, item in enumerate(printed.indicators)
    )
    return replace(printed, indicators=indicators)


def above(form: Form, layout: Layout, row: int) -> Form:
    """Return the form with only what stands above a row of its table, and the lines before."""
    places = lay_out(form, layout).places
    lines = {line.field for line in layout.head_lines}
    held = {path for path, (at, _) in places.items() if at < row}
    cut = kept(form, lambda path: path in held or path in lines)
    goals = tuple(goal for goal in cut.goals if goal != Goal())
    if len(goals) > 1:
        return replace(cut, goals=goals, notes=())
    # A form of one goal has no list of goals.
    indicators = tuple(replace(item, goal=None) for item in cut.indicators)
    return replace(cut, goals=(), indicators=indicators, notes=())


def as_text(form: Form, places: dict[str, Place]) -> Form:
    """Return the form as text prints it: a cell merged over rows stands in its first row only.

    Levels hold for the rows below them, whatever the format; other cells do not.
    """

    def holds(path: str) -> bool:
        part, _, name = path.rpartition(".")
        row = places.get(f"{part}.name", (0, 0))[0]
        return name in {"level1", "level2"} or places.get(path, (row, 0))[0] == row

    indicators = tuple(
        _indicator(item, f"indicators[{number}]", holds)
        for number, item in enumerate(form.indicators)
    )
    return replace(form, indicators=indicators)


def kept(form: Form, holds: Holds) -> Form:
    """Return a form without the fields that are not to be seen."""
    gone = {name: None for name in (*_OUTSIDE, "conclusion") if not holds(name)}
    goals = tuple(_goal(goal, f"goals[{number}]", holds) for number, goal in enumerate(form.goals))
    return replace(
        form,
        **gone,
        project=_project(form.project, holds),
        funds=_funds(form.funds, holds),
        goal=goals[0] if goals else _goal(form.goal, "goal", holds),
        goals=goals,
        indicators=tuple(
            _indicator(item, f"indicators[{number}]", holds)
            for number, item in enumerate(form.indicators)
            if holds(f"indicators[{number}].name")
        ),
        total=_total(form.total, holds),
        texts=tuple(t for number, t in enumerate(form.texts) if holds(f"texts[{number}].text")),
    )


def _missing(
    part: Project | Total | MoneyLine | Indicator | Goal, path: str, holds: Holds
) -> dict[str, None]:
    """Return the fields of a part that are not to be seen, as None."""
    return {name: None for name in asdict(part) if not holds(f"{path}.{name}")}


def _project(project: Project, holds: Holds) -> Project:
    gone = _missing(project, "project", holds)
    # Without a cell of its own, the code stands in the cell of its department.
    if "department" not in gone:
        gone.pop("department_code", None)
    return replace(project, **gone)


def _funds(funds: Funds, holds: Holds) -> Funds:
    lines = tuple(
        _line(line, f"funds.lines[{number}]", holds)
        for number, line in enumerate(funds.lines)
        if holds(f"funds.lines[{number}].label")
    )
    return Funds(
        unit=funds.unit if holds("funds.unit") else None,
        heading_weight=funds.heading_weight if holds("funds.heading_weight") else None,
        lines=lines,
    )


def _line(line: MoneyLine, path: str, holds: Holds) -> MoneyLine:
    gone = _missing(line, path, holds)
    gone.pop("of", None)
    return replace(line, **gone)


def _goal(goal: Goal, path: str, holds: Holds) -> Goal:
    return replace(goal, **_missing(goal, path, holds))


def _indicator(item: Indicator, path: str, holds: Holds) -> Indicator:
    gone = _missing(item, path, holds)
    gone.pop("goal", None)
    if "level1" not in gone:
        gone = {name: None for name in gone if name not in _LEVEL1}
    return replace(item, **gone)


def _total(total: Total, holds: Holds) -> Total:
    return replace(total, **_missing(total, "total", holds))
