"""The list of the years as a worksheet; a text stays a text, whatever it begins with."""

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

from django.db.models import QuerySet
from xlsxwriter import Workbook

from jiheng.rulebook.messages import say
from jiheng.web.lists.models import Figures
from jiheng.web.years.models import Trend
from jiheng.writers.findings import CREATED
from jiheng.writers.findings.row import Row, Value
from jiheng.writers.findings.sheet import make_looks, write_sheet

_COLUMNS = (
    ("number", 18), ("project", 40), ("unit", 26), ("before", 10), ("year", 10),
    ("budget", 14), ("softer", 10), ("harder", 10), ("gone", 10), ("new", 10),
    ("kept", 12), ("short", 12), ("repeated", 14), ("jumps", 12), ("unit-cost", 14),
    ("score-before", 12), ("score-now", 12),
)  # fmt: skip
_HUNDREDTH = 2
_AT_ONCE = 1_000


def export(trends: QuerySet[Trend], language: str) -> bytes:
    """Return an Excel file with one row a project, in the order of the query."""
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(target, options)
    title = say("years.title", language)
    book.set_properties({"created": CREATED, "title": title})
    headings = tuple(say(f"years.sheet.{name}", language) for name, _ in _COLUMNS)
    rows = (Row(values=values) for values in _lines(trends))
    write_sheet(book.add_worksheet(title), headings, _COLUMNS, rows, make_looks(book))
    book.close()
    return target.getvalue()


def _lines(trends: QuerySet[Trend]) -> Iterator[tuple[Value, ...]]:
    joined = trends.select_related("record__figures", "before__figures", "organisation")
    for each in joined.defer("record__document", "before__document").iterator(_AT_ONCE):
        yield (
            each.record.number,
            each.record.project,
            each.organisation.name,
            each.before.year,
            each.year,
            _scaled(each.budget),
            each.softer,
            each.harder,
            each.gone,
            each.new,
            each.kept,
            each.short,
            each.repeated,
            each.jumps,
            _scaled(each.unit_cost),
            _scaled(Figures.of(each.before).printed),
            _scaled(Figures.of(each.record).printed),
        )


def _scaled(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number).scaleb(-_HUNDREDTH)
