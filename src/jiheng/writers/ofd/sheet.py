"""One page → the XML of its content."""

from collections.abc import Iterator
from itertools import pairwise
from xml.sax.saxutils import escape

from jiheng.formats.pages.page import Glyph, Page, Ruling
from jiheng.writers.ofd.lines import runs
from jiheng.writers.ofd.measures import distances, millimetres, row, written

NAMESPACE = "http://www.ofdspec.org/2016"
OPENED = '<?xml version="1.0" encoding="UTF-8"?>'

_BASE = 0.88
"""Where the line lies that letters stand on, from the top of their square."""

_PEN = 0.25
"""Width of ruling lines, in millimetres."""


def page_area(page: Page) -> str:
    """Return the size of a page."""
    box = row(0, 0, millimetres(page.width), millimetres(page.height))
    return f"<ofd:PhysicalBox>{box}</ofd:PhysicalBox>"


def content(page: Page, font: int, ids: Iterator[int]) -> str:
    """Return the content of a page; every object takes the next number."""
    layer = next(ids)
    lines = (_line(ruling, next(ids)) for ruling in page.rulings)
    texts = (_text(run, font, next(ids)) for run in runs(page.glyphs))
    return (
        f'{OPENED}<ofd:Page xmlns:ofd="{NAMESPACE}"><ofd:Area>{page_area(page)}</ofd:Area>'
        f'<ofd:Content><ofd:Layer ID="{layer}">{"".join((*lines, *texts))}</ofd:Layer>'
        "</ofd:Content></ofd:Page>"
    )


def _line(ruling: Ruling, id_: int) -> str:
    left, top = millimetres(ruling.left), millimetres(ruling.top)
    width, height = millimetres(ruling.right) - left, millimetres(ruling.bottom) - top
    # What lies outside its bounds is cut off, half of the pen's width too.
    bounds = row(left - _PEN / 2, top - _PEN / 2, width + _PEN, height + _PEN)
    start, end = row(_PEN / 2, _PEN / 2), row(width + _PEN / 2, height + _PEN / 2)
    return (
        f'<ofd:PathObject ID="{id_}" Boundary="{bounds}" LineWidth="{written(_PEN)}">'
        f"<ofd:AbbreviatedData>M {start} L {end}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def _text(run: tuple[Glyph, ...], font: int, id_: int) -> str:
    left, top, _, bottom = (millimetres(side) for side in run[0].box)
    places = [millimetres(glyph.box[0]) for glyph in run]
    bounds = row(left, top, millimetres(run[-1].box[2]) - left, bottom - top)
    steps = distances([after - before for before, after in pairwise(places)])
    delta = f' DeltaX="{steps}"' if steps else ""
    text = escape("".join(glyph.text for glyph in run))
    return (
        f'<ofd:TextObject ID="{id_}" Boundary="{bounds}" Font="{font}"'
        f' Size="{written(bottom - top)}"><ofd:TextCode X="0"'
        f' Y="{written(_BASE * (bottom - top))}"{delta}>{text}</ofd:TextCode></ofd:TextObject>'
    )
