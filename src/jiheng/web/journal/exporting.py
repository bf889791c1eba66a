"""Entries of the journal as a file, in which no cell is ever computed."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO

from django.utils import timezone
from xlsxwriter import Workbook

from jiheng.rulebook.messages import say
from jiheng.web.journal.models import Entry
from jiheng.web.journal.telling import deed, told
from jiheng.writers.characters import printable
from jiheng.writers.delimited import write_csv

_COLUMNS = ("number", "at", "who", "action", "subject", "detail")
_WIDTHS = (8, 20, 14, 18, 30, 80)
_LONGEST_CELL = 32_767
_CREATED = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def as_csv(entries: Iterable[Entry], language: str) -> bytes:
    """Return a table in UTF-8 that Excel and WPS open as it is; a formula in it stays text."""
    return write_csv(_rows(entries, language))


def as_xlsx(entries: Iterable[Entry], language: str) -> bytes:
    """Return a worksheet whose every cell is text."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(say("web.nav.journal", language))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    for number, row in enumerate(_rows(entries, language)):
        for column, text in enumerate(row):
            sheet.write_string(number, column, printable(text)[:_LONGEST_CELL], wrapped)
    sheet.freeze_panes(1, 0)
    book.close()
    return target.getvalue()


def _rows(entries: Iterable[Entry], language: str) -> Iterator[tuple[str, ...]]:
    yield tuple(say(f"web.col.{key}", language) for key in _COLUMNS)
    for each in entries:
        yield (
            str(each.pk),
            f"{timezone.localtime(each.at):%Y-%m-%d %H:%M:%S}",
            each.person_name,
            deed(each, language),
            each.subject,
            told(each, language),
        )
