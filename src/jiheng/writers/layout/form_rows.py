"""Rows of labels and single fields: whose project it is, texts, total, signatures."""

from jiheng.model.form import Form, LabelledText
from jiheng.rulebook.layouts import FormCell, FormRow, Layout
from jiheng.writers.layout.sheet import Sheet

_TEXTS = "texts."
_PROSE = ("conclusion", _TEXTS)


def put_form_rows(sheet: Sheet, rows: tuple[FormRow, ...], form: Form, layout: Layout) -> None:
    """Put these rows; every cell reaches to the next one or to the right edge."""
    for row in rows:
        ends = (*(cell.at for cell in row[1:]), sheet.columns)
        for cell, end in zip(row, ends, strict=True):
            _put_cell(sheet, cell, end, form, layout)
        sheet.next_row()


def _put_cell(sheet: Sheet, cell: FormCell, end: int, form: Form, layout: Layout) -> None:
    text, path = cell.text, None
    if cell.field is not None:
        value, path = value_of(form, cell.field, layout)
        text = cell.printed.format(value=value or "").rstrip()
    sheet.put(
        cell.at,
        text,
        span=end - cell.at,
        rows=cell.rows,
        path=path,
        left=cell.field is not None and cell.field.startswith(_PROSE),
    )


def value_of(form: Form, field: str, layout: Layout) -> tuple[str | None, str]:
    """Return what a form holds in a field, and the field's path."""
    if field.startswith(_TEXTS):
        return _labelled_text(form.texts, field.removeprefix(_TEXTS))
    if field == "project.department":
        return _department(form, layout), field
    holder, _, name = field.rpartition(".")
    value: str | None = getattr(getattr(form, holder) if holder else form, name)
    if field == "filled_on" and value is not None:
        value = printed_date(value, layout)
    return value, field


def _labelled_text(texts: tuple[LabelledText, ...], label: str) -> tuple[str | None, str]:
    """Return the text with this label; one that the form lacks has no place in it yet."""
    for index, item in enumerate(texts):
        if item.label == label:
            return item.text, f"texts[{index}].text"
    return None, f"{_TEXTS}{label}"


def _department(form: Form, layout: Layout) -> str:
    project = form.project
    apart = any(cell.field == "project.department_code" for row in layout.head_rows for cell in row)
    code = f"[{project.department_code}]" if project.department_code and not apart else ""
    return code + (project.department or "")


_ISO_PARTS = 3


def printed_date(value: str, layout: Layout) -> str:
    """Return an ISO date as the form prints dates."""
    parts = value.split("-")
    if layout.date_style is None or len(parts) != _ISO_PARTS:
        return value
    year, month, day = parts
    return layout.date_style.format(year=year, month=month, day=day)
