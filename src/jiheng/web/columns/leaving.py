"""Forms as rows in the order of a system's columns, to be pasted into it."""

import re
from collections.abc import Callable, Sequence
from io import BytesIO

from xlsxwriter import Workbook

from jiheng.model.form import Form, Indicator, MoneyLine
from jiheng.web.columns.fields import MONEY, OF_INDICATORS, Column, Field
from jiheng.web.forms.models import FormRecord
from jiheng.web.prefill.money import in_unit
from jiheng.writers.characters import inert, printable

_PIECES = re.compile(r"([≥≤＝=＞>＜<≧≦]*)\s*([\d.,]*\d)\s*([^\d上下前后内底年]{0,6})")
"""A sign, a number and its unit; 2025年6月底前 or 95%以上 is more than that."""
_WIDTH = 18

_OF_FORM: dict[Field, Callable[[Form], str | None]] = {
    Field.PROJECT: lambda form: form.project.name,
    Field.CODE: lambda form: form.project.code,
    Field.UNIT: lambda form: form.project.implementing_unit,
    Field.DEPARTMENT: lambda form: form.project.department,
    Field.DEPARTMENT_CODE: lambda form: form.project.department_code,
    Field.YEAR: lambda form: str(form.year or ""),
    Field.GOAL: lambda form: form.goal.expected,
}

Rows = tuple[tuple[str, ...], ...]


def rows_out(forms: tuple[Form, ...], columns: tuple[Column, ...], money: str) -> Rows:
    """Return a row for each indicator, or for each form where no column is of indicators."""
    fields = [column.field for column in columns]
    is_long = any(field in OF_INDICATORS for field in fields if field)
    rows: list[tuple[str, ...]] = []
    for form in forms:
        in_their_unit = in_unit(form, money)
        indicators = (in_their_unit.indicators if is_long else ()) or (None,)
        split = Field.OPERATOR in fields, Field.MEASURE in fields
        rows.extend(
            tuple(_cell(in_their_unit, row, field, split) for field in fields) for row in indicators
        )
    return tuple(rows)


def chosen_of(records: tuple[FormRecord, ...], numbers: Sequence[str]) -> tuple[FormRecord, ...]:
    """Return the forms that were named; all of them where none of them was."""
    return tuple(each for each in records if each.number in numbers) or records


def as_text(rows: Rows) -> str:
    """Return rows as a clipboard holds them: no cell breaks a row, none is a formula."""
    return "\n".join("\t".join(inert(" ".join(cell.split())) for cell in row) for row in rows)


def as_workbook(columns: tuple[Column, ...], rows: Rows) -> bytes:
    """Return rows under their headings as an Excel file in which every cell is text."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
    sheet.set_column(0, len(columns) - 1, _WIDTH)
    for at, column in enumerate(columns):
        sheet.write_string(0, at, printable(column.heading), bold)
    for number, row in enumerate(rows, 1):
        for at, text in enumerate(row):
            sheet.write_string(number, at, printable(text))
    book.close()
    return target.getvalue()


def _cell(form: Form, row: Indicator | None, field: Field | None, split: tuple[bool, bool]) -> str:
    if field is None:
        return ""
    if field in OF_INDICATORS:
        return _of_indicator(row, field, split) if row else ""
    if field in MONEY:
        return _of_money(form.total_line, field)
    return _OF_FORM[field](form) or ""


def _of_money(line: MoneyLine | None, field: Field) -> str:
    return (getattr(line, field.value.replace("-", "_"), None) or "") if line else ""


def _of_indicator(row: Indicator, field: Field, split: tuple[bool, bool]) -> str:
    if field in {Field.OPERATOR, Field.TARGET, Field.MEASURE}:
        sign, value, measure = _pieces(row.adjusted_target or row.target or "")
        if field is Field.OPERATOR:
            return sign
        if field is Field.MEASURE:
            return measure
        return f"{'' if split[0] else sign}{value}{'' if split[1] else measure}"
    return getattr(row, field.value) or ""


def _pieces(target: str) -> tuple[str, str, str]:
    """Sign, value and unit of a target; what is no number is all value."""
    found = _PIECES.fullmatch(target)
    return (found[1], found[2], found[3]) if found else ("", target, "")
