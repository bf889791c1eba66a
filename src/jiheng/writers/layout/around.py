"""The lines above and below the table."""

from jiheng.model.document import Paragraph
from jiheng.model.form import Form
from jiheng.rulebook.layouts import HeadLine, Layout

Lines = tuple[Paragraph, ...]

TITLE_LINES = 2
"""The title and the year are centred."""

_ISO_PARTS = 3


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
    value: str | None = getattr(form, line.field)
    if value is None:
        return ""
    return _date(value, layout) if line.field == "filled_on" else value


def _date(value: str, layout: Layout) -> str:
    parts = value.split("-")
    if layout.date_style is None or len(parts) != _ISO_PARTS:
        return value
    year, month, day = parts
    return layout.date_style.format(year=year, month=month, day=day)
