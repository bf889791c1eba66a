"""The values filled into the form fields of a PDF page, as they are printed, and its seals."""

from collections.abc import Iterator
from ctypes import POINTER, c_ushort, cast
from typing import NamedTuple

from jiheng.formats.pages.page import Box
from jiheng.formats.pdf.letters import Letter
from jiheng.formats.pdf.library import pdfium
from jiheng.formats.pdf.opening import Handle

_HIDDEN = 0x02 | 0x20
"""Flags of what is never shown."""

_LONGEST = 100_000
"""Letters of one value."""

_TYPE = 12.0
"""Greatest height of a line in a field, in points."""

_BUTTON, _SIGNATURE, _OFF = "Btn", "Sig", "Off"
_TICKED, _UNTICKED = "☑", "□"


class Fields(NamedTuple):
    """What is laid over a page; boxes are left, bottom, right and top in the page's own points.

    Attributes:
        values: where their fields stand, one run of letters a line.
        seals: boxes of stamps, and of signatures that are seen.
    """

    values: list[Letter]
    seals: list[Box]


def fields_of(page: Handle) -> Fields:
    """Return the values of the form fields of a page, and its seals."""
    fields = Fields([], [])
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        try:
            if not pdfium.FPDFAnnot_GetFlags(note) & _HIDDEN:
                _take(note, fields)
        finally:
            pdfium.FPDFPage_CloseAnnot(note)
    return fields


def _take(note: Handle, fields: Fields) -> None:
    kind = pdfium.FPDFAnnot_GetSubtype(note)
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(note, rectangle)
    box = rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
    if kind == pdfium.FPDF_ANNOT_STAMP or (kind == pdfium.FPDF_ANNOT_WIDGET and _is_signed(note)):
        # A signature that nobody is to see has no size.
        fields.seals.extend([box] if box[0] < box[2] and box[1] < box[3] else [])
    elif kind == pdfium.FPDF_ANNOT_WIDGET:
        fields.values.extend(_value(note, box))


def _is_signed(note: Handle) -> bool:
    return _text(note, b"FT") == _SIGNATURE and pdfium.FPDFAnnot_HasKey(note, b"V")


def _value(note: Handle, box: Box) -> Iterator[Letter]:
    if _text(note, b"FT") == _BUTTON:
        state = _text(note, b"AS")
        if state:
            yield Letter(_UNTICKED if state == _OFF else _TICKED, box, 0)
        return
    lines = [line for line in _text(note, b"V").splitlines() if line.strip()]
    for at, line in enumerate(lines):
        yield Letter(line.strip(), _line_box(box, at, len(lines)), 0)


def _line_box(box: Box, at: int, count: int) -> Box:
    """Return the place of one of the lines in a field: they stand in its middle."""
    left, bottom, right, top = box
    height = min((top - bottom) / count, _TYPE)
    highest = (top + bottom + count * height) / 2 - at * height
    return left, highest - height, right, highest


def _text(note: Handle, key: bytes) -> str:
    size = min(pdfium.FPDFAnnot_GetStringValue(note, key, None, 0), 2 * _LONGEST)
    buffer = (c_ushort * (size // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(note, key, cast(buffer, POINTER(c_ushort)), size)
    return bytes(buffer).decode("utf-16-le", errors="replace").split("\0")[0]
