"""The lines above and below the table."""

from jiheng.model.document import Paragraph
from jiheng.model.form import Form
from jiheng.rulebook.layouts import HeadLine, Layout
from jiheng.writers.layout.form_rows import value_of
from jiheng.writers.layout.money import printed_unit

Lines = tuple[Paragraph, ...]

TITLE_LINES = 2
"""The title and the year are centred."""


_SPARE_ABOVE = (
    HeadLine(field="reporting_unit", printed="单位(盖章): {value}"),
    HeadLine(field="filled_on", printed="填报日期: {value}"),
)
_SPARE_BELOW = (HeadLine(field="contact", printed="联系人: {value}"),)
"""Lines for what a form says and its layout has no place for: who signs, and when."""


def lines_before(form: Form, layout: Layout) -> Lines:
    """Return the title, the year and the form's own lines above the table."""
    title = form.title or layout.title.format(place="")
    year = f"({form.year}年度)" if form.year else "(    年度)"
    lines = (*layout.head_lines, *_spare(form, layout, _SPARE_ABOVE))
    return (Paragraph(text=title), Paragraph(text=year), *_fields(form, layout, lines))


def lines_after(form: Form, layout: Layout) -> Lines:
    """Return the notes and the form's own lines below the table."""
    notes = [
        Paragraph(text=f"{'注: ' if number == 1 else ''}{number}. {note}")
        for number, note in enumerate(form.notes, 1)
    ]
    lines = (*layout.tail_lines, *_spare(form, layout, _SPARE_BELOW))
    return (*notes, *_fields(form, layout, lines))


def _spare(form: Form, layout: Layout, lines: tuple[HeadLine, ...]) -> tuple[HeadLine, ...]:
    rows = (*layout.head_rows, *layout.middle_rows, *layout.tail_rows)
    placed = {
        *(line.field for line in (*layout.head_lines, *layout.tail_lines)),
        *(cell.field for row in rows for cell in row),
    }
    return tuple(
        line
        for line in lines
        if line.field not in placed and value_of(form, line.field or "", layout)[0]
    )


def _fields(form: Form, layout: Layout, lines: tuple[HeadLine, ...]) -> Lines:
    return tuple(
        Paragraph(text=line.printed.format(value=_value(form, layout, line)).rstrip())
        for line in lines
    )


def _value(form: Form, layout: Layout, line: HeadLine) -> str:
    if line.field is None:
        return ""
    if line.field == "funds.unit":
        return printed_unit(form.funds, layout) or ""
    return value_of(form, line.field, layout)[0] or ""
