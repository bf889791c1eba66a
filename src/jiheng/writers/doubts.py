"""The readings in doubt as a worksheet, to be confirmed by someone who has the form."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO

from msgspec import Struct
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jiheng.model.form import Doubt, Form
from jiheng.model.paths import value_at
from jiheng.rulebook.messages import say
from jiheng.writers.report.cutting import Cutting
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
    "picture": 46,
    "answer": 24,
}
FIRST_ROW = 2
"""Rows above the first doubt: the help and the headings."""
LONGEST_LIST = 255
A4 = 9
_BOX = {"border": 1}
_WRAP = {"text_wrap": True, "valign": "top"}

_PICTURE = 320, 280
"""Pixels of a picture at most; of the column, and of no more than fits a screen."""
_POINTS = 0.75
"""Points in a pixel of a sheet."""
_EDGE = 3
"""Pixels around a picture."""

_Pieces = Mapping[str, Mapping[str, Cutting]]


class _Row(Struct, frozen=True, kw_only=True):
    """A doubt with what is said of it, a text a column."""

    doubt: Doubt
    texts: tuple[str, ...]
    piece: Cutting | None


def write_doubts(
    forms: tuple[Form, ...], language: str = "zh", pieces: _Pieces | None = None
) -> bytes:
    """Return an Excel file with a row for each doubt and an empty column for the answers.

    Args:
        forms: with their doubts.
        language: of the sheet.
        pieces: id of a form → path of a cell → the piece of the user's page that shows it; with
            none there is no column for them.
    """
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(target, options)
    book.set_properties({"created": CREATED, "title": say("doubts.title", language)})
    sheet = book.add_worksheet(say("doubts.title", language))
    columns = tuple(key for key in WIDTHS if pieces or key != "picture")
    _head(sheet, columns, language, book.add_format({**_BOX, "bold": True, "bg_color": "#E8EDF3"}))
    wrap = book.add_format({**_BOX, **_WRAP})
    open_ = book.add_format({**_BOX, **_WRAP, "bg_color": "#FFF6DD"})
    last = len(columns) - 1
    for at, row in enumerate(_rows(forms, language, pieces or {}), FIRST_ROW):
        for column in range(last):
            text = row.texts[column] if column < len(row.texts) else ""
            sheet.write_string(at, column, text, wrap)
        if row.piece is not None:
            _show(sheet, (at, last - 1), row.piece, row.texts[columns.index("name")])
        sheet.write_blank(at, last, None, open_)
        _offer(sheet, (at, last), row.doubt.candidates)
    book.close()
    return target.getvalue()


def _head(sheet: Worksheet, columns: tuple[str, ...], language: str, bold: Format) -> None:
    """Write what stands above the doubts, and set how the sheet is shown and printed."""
    sheet.write_string(0, 0, say("doubts.help", language))
    for column, key in enumerate(columns):
        sheet.set_column(column, column, WIDTHS[key])
        sheet.write_string(FIRST_ROW - 1, column, say(f"doubts.{key}", language), bold)
    sheet.freeze_panes(FIRST_ROW, 0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


def _rows(forms: tuple[Form, ...], language: str, pieces: _Pieces) -> Iterator[_Row]:
    voice = Voice(language=language)
    for form in forms:
        for doubt in form.doubts:
            value = value_at(form, doubt.at)
            texts = (
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
            )
            yield _Row(doubt=doubt, texts=texts, piece=pieces.get(form.id, {}).get(doubt.at))


def _show(sheet: Worksheet, place: tuple[int, int], piece: Cutting, name: str) -> None:
    """Put a picture into its cell, whose row grows as high as it is."""
    row, column = place
    widest, highest = _PICTURE
    scale = min(widest / piece.width, highest / piece.height)
    sheet.set_row(row, (piece.height * scale + 2 * _EDGE) * _POINTS)
    options = {
        "image_data": BytesIO(piece.data),
        "x_scale": scale,
        "y_scale": scale,
        "x_offset": _EDGE,
        "y_offset": _EDGE,
        # Sorted and filtered together with its row.
        "object_position": 1,
        "description": name,
    }
    sheet.insert_image(row, column, f"{name}.png", options)


def _offer(sheet: Worksheet, place: tuple[int, int], candidates: tuple[str, ...]) -> None:
    """Let an answer be chosen among the likely ones; another may still be written."""
    if candidates and len(",".join(candidates)) <= LONGEST_LIST:
        choice = {"validate": "list", "source": list(candidates), "error_type": "warning"}
        sheet.data_validation(*place, *place, choice)
