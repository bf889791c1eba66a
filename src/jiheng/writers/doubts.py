"""The readings in doubt as a worksheet, to be confirmed by someone who has the form."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from jiheng.model.form import Doubt, Form
from jiheng.model.paths import value_at
from jiheng.rulebook.messages import say
from jiheng.writers.report.places import name_of, place_of
from jiheng.writers.report.voice import Voice

CREATED = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
WIDTHS = {
    "form": 17,
    "file": 24,
    "project": 24,
    "at": 22,
    "place": 18,
    "name": 26,
    "printed": 24,
    "value": 20,
    "candidates": 24,
    "reason": 20,
    "answer": 24,
}
COLUMNS = tuple(WIDTHS)
FIRST_ROW = 2
"""Rows above the first doubt: the help and the headings."""
LONGEST_LIST = 255
A4 = 9


def write_doubts(forms: tuple[Form, ...], language: str = "zh") -> bytes:
    """Return an Excel file with a row for each doubt and an empty column for the answers."""
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(target, options)
    book.set_properties({"created": CREATED, "title": say("doubts.title", language)})
    sheet = book.add_worksheet(say("doubts.title", language))
    bold = book.add_format({"bold": True, "bg_color": "#E8EDF3", "border": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    open_ = book.add_format(
        {"text_wrap": True, "valign": "top", "border": 1, "bg_color": "#FFF6DD"}
    )
    sheet.write_string(0, 0, say("doubts.help", language))
    for column, key in enumerate(COLUMNS):
        sheet.set_column(column, column, WIDTHS[key])
        sheet.write_string(FIRST_ROW - 1, column, say(f"doubts.{key}", language), bold)
    last = len(COLUMNS) - 1
    for row, (texts, doubt) in enumerate(_rows(forms, language), FIRST_ROW):
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, wrap)
        sheet.write_blank(row, last, None, open_)
        if doubt.candidates and len(",".join(doubt.candidates)) <= LONGEST_LIST:
            choice = {"validate": "list", "source": list(doubt.candidates), "error_type": "warning"}
            sheet.data_validation(row, last, row, last, choice)
    sheet.freeze_panes(FIRST_ROW, 0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    book.close()
    return target.getvalue()


def _rows(forms: tuple[Form, ...], language: str) -> Iterator[tuple[tuple[str, ...], Doubt]]:
    voice = Voice(language=language)
    for form in forms:
        for doubt in form.doubts:
            value = value_at(form, doubt.at)
            yield (
                (
                    form.id,
                    form.source.path,
                    form.project.name or "",
                    doubt.at,
                    place_of(form, doubt.at, voice) or "",
                    name_of(form, doubt.at, voice),
                    doubt.text,
                    "" if value is None else str(value),
                    "、".join(doubt.candidates),
                    say(f"doubts.reason-{doubt.reason}", language),
                ),
                doubt,
            )
