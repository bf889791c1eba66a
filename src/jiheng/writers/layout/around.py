"""The lines above and below the table."""

from jiheng.model.document import Paragraph
from jiheng.model.form import Form
from jiheng.rulebook.layouts import HeadLine, Layout
from jiheng.writers.layout.form_rows import value_of
from jiheng.writers.layout.money import printed_unit

Lines = tuple[Paragraph, ...]

TITLE_LINES = 2
"""The title and the year are centred."""


def lines_before(form: Form, layout: Layout) -> Lines:
    """Return the title, the year and the form's own lines above the table."""
    title = form.title or layout.title.format(place="")
    year = f"({form.year}年度)" if form.year else "(    年度)"
    return (Paragraph(text=title), Paragraph(text=year), *_fields(form, layout, layout.head_lines))


def lines_after(form: Form, layout: Layout) -> Lines:
    """Return the notes and the form's own lines below the table."""
    notes = [
        Paragraph(text=f"{'注: ' if number == 1 else ''}{number}. {note}")
        for number, note in enumerate(form.notes, 1)
    ]
    return (*notes, *_fields(form, layout, layout.tail_lines))


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
