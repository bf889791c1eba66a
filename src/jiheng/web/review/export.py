"""The queue as a worksheet; a text stays a text, whatever it begins with."""

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

from django.db.models import QuerySet
from xlsxwriter import Workbook

from jiheng.rulebook.messages import say
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.rows import Row, listed, row_of
from jiheng.writers.findings import CREATED
from jiheng.writers.findings.row import Row as Line
from jiheng.writers.findings.row import Value
from jiheng.writers.findings.sheet import make_looks, write_sheet

_COLUMNS = (
    ("number", 18), ("project", 40), ("unit", 26), ("year", 8), ("state", 12), ("step", 14),
    ("budget", 16), ("rate", 12), ("printed", 10), ("lowest", 12), ("highest", 12), ("stake", 10),
    ("errors", 8), ("warnings", 8), ("hints", 8), ("due", 12),
)  # fmt: skip

_TEN_THOUSAND_YUAN, _HUNDREDTH = 8, 2
"""Decimal places that the database counts in."""


def export(records: QuerySet[FormRecord], language: str) -> bytes:
    """Return an Excel file with one row a form, in the order of the query."""
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(target, options)
    title = say("web.nav.queue", language)
    book.set_properties({"created": CREATED, "title": title})
    headings = tuple(say(f"review.sheet.{name}", language) for name, _ in _COLUMNS)
    write_sheet(
        book.add_worksheet(title), headings, _COLUMNS, _lines(records, language), make_looks(book)
    )
    book.close()
    return target.getvalue()


def _lines(records: QuerySet[FormRecord], language: str) -> Iterator[Line]:
    for record in listed(records):
        yield Line(values=_values(row_of(record), language))


def _values(row: Row, language: str) -> tuple[Value, ...]:
    record, figures = row.record, row.figures
    counts = (figures.errors, figures.warnings, figures.hints)
    state = str(vars(record)["state"])
    return (
        record.number,
        record.project,
        record.organisation.name,
        record.year,
        say(f"review.state.{state}", language),
        say(f"web.step.{row.step}", language),
        _scaled(figures.budget, _TEN_THOUSAND_YUAN),
        _scaled(figures.rate, _HUNDREDTH),
        _scaled(figures.printed, _HUNDREDTH),
        _scaled(figures.low, _HUNDREDTH),
        _scaled(figures.high, _HUNDREDTH),
        _scaled(figures.stake, _HUNDREDTH) if figures.is_judged else None,
        *(counts if figures.is_judged else (None, None, None)),
        row.due.isoformat() if row.due else None,
    )


def _scaled(number: int | None, places: int) -> Decimal | None:
    return None if number is None else Decimal(number).scaleb(-places)
