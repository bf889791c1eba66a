"""What a form holds and a layout has no place for."""

from jiheng.model.filled import filled_fields
from jiheng.model.form import Form
from jiheng.rulebook.layouts import Layout
from jiheng.writers.layout.laid_out import LaidOut

_OUTSIDE = ("title", "year", "reporting_unit", "filled_on", "contact", "notes[")
_WITH = (
    ("].level1_printed", "].level1"),
    ("].level1_points", "].level1"),
    ("project.department_code", "project.department"),
    ("].label", "].text"),
    ("].of", "].label"),
    ("].goal", "].name"),
)
"""Fields that are printed in the cell of another one."""


def left_out(form: Form, laid: LaidOut, layout: Layout) -> tuple[str, ...]:
    """Return the paths of filled fields that do not stand on the page."""
    lines = {line.field for line in (*layout.head_lines, *layout.tail_lines)}
    return tuple(
        path
        for path, _ in filled_fields(form)
        if not path.startswith(_OUTSIDE)
        and path not in lines
        and _stands_in(path) not in laid.places
        and path not in laid.places
    )


def _stands_in(path: str) -> str:
    for end, other in _WITH:
        if path.endswith(end):
            return path.removesuffix(end) + other
    return path
