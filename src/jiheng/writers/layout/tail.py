"""The rows below the indicators."""

from jiheng.model.form import Form
from jiheng.rulebook.layouts import Layout
from jiheng.writers.layout.sheet import Sheet

LABEL_COLUMNS = 2
"""The labels of the texts reach over the upright label and the column beside it."""


def put_tail(sheet: Sheet, form: Form, layout: Layout) -> None:
    """Put the total, the conclusion and the further texts."""
    _put_total(sheet, form, layout)
    if layout.conclusion_label is not None:
        _put_text(sheet, layout.conclusion_label, form.conclusion, "conclusion")
    for index, item in enumerate(form.texts):
        _put_text(sheet, item.label, item.text, f"texts[{index}].text")


def _put_total(sheet: Sheet, form: Form, layout: Layout) -> None:
    values = {"score": (form.total.score, "total.score")}
    if layout.total.weight:
        values["weight"] = (form.total.weight, "total.weight")
    columns = {role: column for column, role in enumerate(layout.column_roles, 1)}
    held = {columns[role]: value for role, value in values.items() if role in columns}
    if layout.total.grade:
        held[sheet.columns - 1] = (form.total.grade, "total.grade")
    first = min(held)
    sheet.put(0, layout.total.label, span=first)
    for column in range(first, sheet.columns):
        text, path = held.get(column, (None, None))
        sheet.put(column, text, path=path)
    sheet.next_row()


def _put_text(sheet: Sheet, label: str, text: str | None, path: str) -> None:
    sheet.put(0, label, span=LABEL_COLUMNS)
    sheet.put_rest(LABEL_COLUMNS, text, path=path, left=True)
    sheet.next_row()
