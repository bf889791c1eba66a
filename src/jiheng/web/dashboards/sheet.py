"""汇总表: the dashboard's figures as worksheets; a text stays a text, whatever it begins with."""

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

from msgspec import Struct
from xlsxwriter import Workbook

from jiheng.rulebook.messages import say
from jiheng.web.dashboards.counting import Sums
from jiheng.web.dashboards.overview import Overview
from jiheng.writers.findings import CREATED
from jiheng.writers.findings.columns import Columns
from jiheng.writers.findings.row import Row, Value
from jiheng.writers.findings.sheet import make_looks, write_sheet

_TEN_THOUSAND_YUAN, _HUNDREDTH = 8, 2
"""Decimal places that the database counts in."""
_WIDE, _NARROW = 14, 9
_SUMS: Columns = (
    ("budget", 16), ("executed", 16), ("rated", _NARROW), ("by-money", _WIDE), ("by-mean", _WIDE),
    ("scored", _NARROW), ("printed", _WIDE), ("lowest", _WIDE), ("highest", _WIDE),
    ("faulty", _WIDE), ("errors", _NARROW), ("warnings", _NARROW), ("hints", _NARROW),
)  # fmt: skip
_PLACES: Columns = (
    ("level", _NARROW), ("organisation", 34), ("above", 30), ("forms", _NARROW), ("sent", _NARROW),
    ("counted", _NARROW), *_SUMS,
)  # fmt: skip
_KINDS: Columns = (
    ("kind", 20), ("errors", _NARROW), ("warnings", _NARROW), ("hints", _NARROW),
    ("findings", _NARROW),
)  # fmt: skip
_YEARS: Columns = (("year", _NARROW), ("counted", _NARROW), ("findings", _NARROW), *_SUMS)


class _Sheet(Struct, frozen=True, kw_only=True):
    """A worksheet: the end of its title's key, its headings, its rows."""

    name: str
    columns: Columns
    headings: tuple[str, ...]
    rows: Iterator[Row]


def summary_sheets(shown: Overview, language: str) -> bytes:
    """Return an Excel file: organisations down to the last one, findings, grades, years."""
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(target, options)
    title = say("dashboards.heading", language, year=str(shown.choice.year))
    book.set_properties({"created": CREATED, "title": title})
    looks = make_looks(book)
    for sheet in _sheets(shown, language):
        page = book.add_worksheet(say(f"dashboards.sheet.{sheet.name}", language))
        write_sheet(page, sheet.headings, sheet.columns, sheet.rows, looks)
    book.close()
    return target.getvalue()


def _sheets(shown: Overview, language: str) -> Iterator[_Sheet]:
    told = (
        ("places", _PLACES, _places(shown, language)),
        ("kinds", _KINDS, _kinds(shown, language)),
        ("years", _YEARS, _years(shown)),
    )
    for name, columns, rows in told:
        headings = tuple(say(f"dashboards.column.{key}", language) for key, _ in columns)
        yield _Sheet(name=name, columns=columns, headings=headings, rows=rows)
    unknown = say("dashboards.matrix.unknown", language)
    spans = tuple(each or unknown for each in shown.matrix.headings)
    first, total = (say(f"dashboards.{key}", language) for key in ("matrix.printed", "table.total"))
    headings = (first, *spans, total)
    columns = tuple((heading, _WIDE) for heading in headings)
    rows = _grades(shown, unknown, total)
    yield _Sheet(name="grades", columns=columns, headings=headings, rows=rows)


def _places(shown: Overview, language: str) -> Iterator[Row]:
    above = [shown.place.name]
    for row in shown.rows:
        above[row.depth + 1 :] = [row.name]
        own = say("dashboards.table.own", language, name=row.name)
        name = own if row.is_own and len(shown.rows) > 1 else row.name
        place = (row.depth + 1, name, above[row.depth], row.forms, row.sent)
        yield Row(values=(*place, row.sums.forms, *_sums(row.sums)))
    total = say("dashboards.table.total", language)
    yield Row(
        values=(0, total, None, shown.forms, shown.sent, shown.sums.forms, *_sums(shown.sums))
    )


def _sums(sums: Sums) -> tuple[Value, ...]:
    return (
        _scaled(sums.budget, _TEN_THOUSAND_YUAN),
        _scaled(sums.executed, _TEN_THOUSAND_YUAN),
        sums.rated,
        _scaled(sums.by_money, _HUNDREDTH),
        _scaled(sums.by_mean, _HUNDREDTH),
        sums.scored,
        _scaled(sums.printed_mean, _HUNDREDTH),
        _scaled(sums.low_mean, _HUNDREDTH),
        _scaled(sums.high_mean, _HUNDREDTH),
        sums.faulty,
        sums.errors,
        sums.warnings,
        sums.hints,
    )


def _kinds(shown: Overview, language: str) -> Iterator[Row]:
    for kind in shown.kinds:
        counts = (part.findings for part in kind.parts)
        name = say(f"lists.kinds.{kind.kind}", language)
        yield Row(values=(name, *counts, kind.findings))
    sums = shown.sums
    total = say("dashboards.table.total", language)
    yield Row(values=(total, sums.errors, sums.warnings, sums.hints, sums.findings))


def _years(shown: Overview) -> Iterator[Row]:
    for each in shown.years:
        yield Row(values=(each.year, each.sums.forms, each.sums.findings, *_sums(each.sums)))


def _grades(shown: Overview, unknown: str, total: str) -> Iterator[Row]:
    for row in shown.matrix.rows:
        counts = (cell.forms for cell in row.cells)
        yield Row(values=(row.grade or unknown, *counts, row.total.forms))
    totals = (cell.forms for cell in shown.matrix.totals)
    yield Row(values=(total, *totals, shown.matrix.total.forms))


def _scaled(number: int | None, places: int) -> Decimal | None:
    return None if number is None else Decimal(number).scaleb(-places)
