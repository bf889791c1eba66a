"""What notes on a PDF page look like, as drawing operators."""

from jiheng.formats.pages.page import Box
from jiheng.formats.pdf.structure.update import stream
from jiheng.model.audit import Severity

_COLOURS: dict[Severity, tuple[bytes, bytes, bytes]] = {
    "error": (b".70 .13 .11", b"1 .85 .84", b"!"),
    "warning": (b".60 .36 0", b"1 .91 .70", b"?"),
    "info": (b".04 .30 .59", b".84 .91 .98", b"i"),
}
"""Of each the ink, the pale ground of the cell, and the letter of its sign."""

_TURNED = (b"1 0 0 1", b"0 1 -1 0", b"-1 0 0 -1", b"0 -1 1 0")
"""How a sign is turned on a page that is shown turned by so many quarters."""

_CIRCLE = (
    b"12 6 m 12 9.31 9.31 12 6 12 c 2.69 12 0 9.31 0 6 c "
    b"0 2.69 2.69 0 6 0 c 9.31 0 12 2.69 12 6 c f"
)
_TYPE = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold>>"
_WIDTHS = {b"!": 3.33, b"?": 6.11, b"i": 2.78}
"""Of letters of ten points."""


def marking(area: Box, severity: Severity) -> tuple[bytes, bytes]:
    """Return the colour of a mark, and its drawing: a pale ground under what is printed."""
    ink, ground, _ = _COLOURS[severity]
    left, bottom, right, top = (b"%.2f" % side for side in area)
    box = b"%b %b %.2f %.2f" % (left, bottom, area[2] - area[0], area[3] - area[1])
    drawing = b"/G gs %b rg %b re f %b RG .8 w %b re S" % (ground, box, ink, box)
    entries = {
        b"/Type": b"/XObject",
        b"/Subtype": b"/Form",
        b"/BBox": b"[%b %b %b %b]" % (left, bottom, right, top),
        b"/Resources": b"<</ExtGState <</G <</BM /Multiply>>>>>>",
        b"/Group": b"<</S /Transparency>>",
    }
    return b"[%b]" % ink, stream(entries, drawing)


def sign_of(severity: Severity, turns: int) -> bytes:
    """Return the drawing of a sign: a letter in a disc, upright on a page that is turned so."""
    ink, _, letter = _COLOURS[severity]
    start = 6 - _WIDTHS[letter] / 2
    drawing = b"%b rg %b 1 g BT /F 10 Tf %.2f 2.45 Td (%b) Tj ET" % (ink, _CIRCLE, start, letter)
    entries = {
        b"/Type": b"/XObject",
        b"/Subtype": b"/Form",
        b"/BBox": b"[0 0 12 12]",
        b"/Matrix": b"[%b 0 0]" % _TURNED[turns],
        b"/Resources": b"<</Font <</F %b>>>>" % _TYPE,
    }
    return stream(entries, drawing)
