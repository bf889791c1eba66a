"""The rows below the indicators."""

from jiheng.model.form import Form
from jiheng.rulebook.layouts import Layout, TotalRow
from jiheng.writers.layout.form_rows import put_form_rows
from jiheng.writers.layout.sheet import Sheet

LABEL_COLUMNS = 2
"""The labels of the texts reach over the upright label and the column beside it."""


def put_tail(sheet: Sheet, form: Form, layout: Layout) -> None:
    """Put the total, the conclusion, the form's own rows and the further texts."""
    if layout.total is not None:
        _put_total(sheet, form, layout, layout.total)
    if layout.conclusion_label is not None:
        _put_text(sheet, layout.conclusion_label, form.conclusion, "conclusion")
    put_form_rows(sheet, layout.tail_rows, form, layout)
    placed = _placed_labels(layout)
    for index, item in enumerate(form.texts):
        if item.label not in placed:
            _put_text(sheet, item.label, item.text, f"texts[{index}].text")


def _placed_labels(layout: Layout) -> frozenset[str]:
    """Return the labels of the texts for which the layout has a place of its own."""
    rows = (*layout.head_rows, *layout.middle_rows, *layout.tail_rows)
    fields = (cell.field for row in rows for cell in row if cell.field is not None)
    own = (field.removeprefix("texts.") for field in fields if field.startswith("texts."))
    columns = (column.heading for column in layout.columns if column.role is None)
    return frozenset((*own, *columns, *(other.label for other in layout.goal.others)))


def _put_total(sheet: Sheet, form: Form, layout: Layout, total: TotalRow) -> None:
    columns = {column.role: at for at, column in enumerate(layout.columns, layout.first_column)}
    held = {columns["score"]: (form.total.score, "total.score")}
    if total.weight and "weight" in columns:
        held[columns["weight"]] = (form.total.weight, "total.weight")
    if total.grade:
        held[sheet.columns - 1] = (form.total.grade, "total.grade")
    first = min(held)
    sheet.put(0, total.label, span=first)
    for column in range(first, sheet.columns):
        text, path = held.get(column, (None, None))
        sheet.put(column, text, path=path)
    sheet.next_row()


def _put_text(sheet: Sheet, label: str, text: str | None, path: str) -> None:
    sheet.put(0, label, span=LABEL_COLUMNS)
    sheet.put_rest(LABEL_COLUMNS, text, path=path, left=True)
    sheet.next_row()
