"""The report of a run's reading as an Excel file, to be filtered and sent on."""

from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from jiheng.model.reading_report import ReadingReport
from jiheng.rulebook.messages import say
from jiheng.writers.reading_report.rows import COLUMNS, NUMBERS, headings, rows, summary

_CREATED = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_WIDTHS = (7, 48, 13, 11, 8, 8, 9, 100)
_HEADINGS, _FIRST_ROW = 1, 2
_A4 = 9
_COLOURS = {"refused": "#F8DCDC", "doubtful": "#FFF6DD", "skipped": "#EEEEEE"}


def write_reading_sheet(report: ReadingReport, language: str = "zh") -> bytes:
    """Return an Excel file with a row a file."""
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(target, options)
    title = say("batch.title", language)
    book.set_properties({"created": _CREATED, "title": title})
    sheet = book.add_worksheet(title)
    bold = book.add_format({"bold": True, "bg_color": "#E8EDF3", "border": 1})
    plain = {"text_wrap": True, "valign": "top", "border": 1}
    inks = {state: book.add_format({**plain, "bg_color": _COLOURS[state]}) for state in _COLOURS}
    ink = book.add_format(plain)
    sheet.write_string(0, 0, summary(report, language))
    for column, (text, width) in enumerate(zip(headings(language), _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(_HEADINGS, column, text, bold)
    for row, (line, texts) in enumerate(rows(report, language), _FIRST_ROW):
        for column, text in enumerate(texts):
            if text and COLUMNS[column] in NUMBERS:
                sheet.write_number(row, column, float(text), inks.get(line.state, ink))
            else:
                sheet.write_string(row, column, text, inks.get(line.state, ink))
    sheet.autofilter(_HEADINGS, 0, _HEADINGS + len(report.files), len(COLUMNS) - 1)
    sheet.freeze_panes(_FIRST_ROW, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADINGS)
    book.close()
    return target.getvalue()
