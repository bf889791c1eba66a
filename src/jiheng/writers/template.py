"""The official form for somebody to fill in: with choices, limits and formulas, without a code."""

from msgspec.structs import replace

from jiheng.model.form import Form
from jiheng.rulebook.layouts import ColumnRole, Layout
from jiheng.rulebook.pack import Pack
from jiheng.writers.layout import LaidOut, empty_form
from jiheng.writers.layout.formula import Place
from jiheng.writers.official import official

OPERATORS: tuple[str, ...] = ("≥", "≤", "=", "定性")
YES_OR_NO: tuple[str, ...] = ("是", "否")


def template(layout: Layout, pack: Pack, form: Form | None = None) -> LaidOut:
    """Return the form to be filled in: empty, or with what ``form`` says already."""
    laid = official(form or empty_form(layout), layout, pack)
    return replace(
        laid, code=None, choices=_choices(laid, layout, pack), limits=_limits(laid, layout)
    )


def _choices(laid: LaidOut, layout: Layout, pack: Pack) -> dict[Place, tuple[str, ...]]:
    """Return what the rule or the layout lets one choose from, by place."""
    signs: ColumnRole = "operator" if "operator" in layout.column_roles else "nature"
    holds_signs = signs == "operator" or layout.nature_holds == "operator"
    lists: tuple[tuple[ColumnRole, tuple[str, ...]], ...] = (
        (signs, OPERATORS if holds_signs else ()),
        ("is_core", YES_OR_NO),
    )
    found = {
        place: words for role, words in lists if words for place in _places(laid, layout, role)
    }
    grade = laid.places.get("total.grade")
    if grade is not None and grade not in laid.formulas:
        found[grade] = tuple(each.name for each in pack.grades.value)
    return found


def _limits(laid: LaidOut, layout: Layout) -> dict[Place, Place]:
    """Return where the weight of each score stands."""
    pairs = zip(_places(laid, layout, "score"), _places(laid, layout, "weight"), strict=False)
    found = {score: weight for score, weight in pairs if score not in laid.formulas}
    score, weight = (laid.places.get(f"funds.lines[0].{name}") for name in ("score", "weight"))
    if score is not None and weight is not None and score not in laid.formulas:
        found[score] = weight
    return found


def _places(laid: LaidOut, layout: Layout, role: ColumnRole) -> tuple[Place, ...]:
    """Return the cells of a column of the indicators."""
    columns = {column.role: at for at, column in enumerate(layout.columns, layout.first_column)}
    if laid.body is None or role not in columns:
        return ()
    first, last = laid.body
    held = {(cell.row, cell.column) for cell in laid.grid.cells}
    column = columns[role]
    return tuple((row, column) for row in range(first, last + 1) if (row, column) in held)
