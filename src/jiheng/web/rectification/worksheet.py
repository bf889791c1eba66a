"""A list as an Excel file; a text stays a text, whatever it begins with."""

from collections.abc import Iterable
from decimal import Decimal
from io import BytesIO

from django.http import HttpResponse
from xlsxwriter import Workbook

from jiheng.rulebook.messages import say
from jiheng.writers.findings import CREATED
from jiheng.writers.findings.columns import Columns
from jiheng.writers.findings.row import Row, Value
from jiheng.writers.findings.sheet import make_looks, write_sheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def worksheet(
    group: str, columns: Columns, rows: Iterable[tuple[Value, ...]], language: str
) -> bytes:
    """Return the file of a list.

    Args:
        group: of the catalogue; the list's name is its ``title``, a heading is ``sheet.name``.
        columns: name and width of each column.
        rows: values in the order of the columns.
        language: of the headings.
    """
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(target, options)
    title = say(f"{group}.title", language)
    book.set_properties({"created": CREATED, "title": title})
    headings = tuple(say(f"{group}.sheet.{name}", language) for name, _ in columns)
    lines = (Row(values=values) for values in rows)
    write_sheet(book.add_worksheet(title), headings, columns, lines, make_looks(book))
    book.close()
    return target.getvalue()


def sent_sheet(data: bytes, name: str) -> HttpResponse:
    """Return the answer that is a worksheet to keep."""
    answer = HttpResponse(data, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer


def scaled(number: int | None, places: int) -> Decimal | None:
    """Return a number that was counted in so many decimal places."""
    return None if number is None else Decimal(number).scaleb(-places)
