"""Laid-out form → what the typesetter is told of it."""

from jiheng.model.check_code import code_line
from jiheng.writers.layout import LaidOut
from jiheng.writers.pdf.box import Box
from jiheng.writers.pdf.fitting import Fitted, is_crowded, room, words_height
from jiheng.writers.pdf.lines import broken
from jiheng.writers.pdf.paper import around
from jiheng.writers.pdf.plan import plan
from jiheng.writers.pdf.printed import PrintedCell, PrintedForm
from jiheng.writers.qr import qr_svg

_TALL = 240.0
"""A row higher than this may break over the end of a page, in points."""


def printed_form(laid: LaidOut) -> PrintedForm:
    """Return what the typesetter is told of this form."""
    page = around(laid)
    planned = plan(laid, page)
    fit = planned.fit
    loose = _loose_rows(planned.cells, fit)
    return PrintedForm(
        width=page.width,
        height=page.height,
        foot=page.foot,
        title=page.title,
        centred=page.centred,
        lines=page.lines,
        beside=page.are_beside(fit.size),
        after=page.after,
        size=fit.size,
        widths=tuple(round(width, 3) for width in planned.widths),
        rows=tuple(None if row in loose else round(h, 2) for row, h in enumerate(fit.rows)),
        heads=planned.heads,
        tables=planned.tables,
        is_whole=fit.is_whole,
        cells=tuple(_cell(box, fit, loose) for box in planned.cells),
        code=None if laid.code is None else code_line(laid.code),
        qr=None if laid.code is None else qr_svg(laid.code).decode(),
    )


def _loose_rows(cells: tuple[Box, ...], fit: Fitted) -> frozenset[int]:
    """Return the rows that may grow: where lines were counted, and not set by us."""
    counted = {box.y + box.h - 1 for box in cells if _is_counted(box, fit.size)}
    return frozenset(counted | {row for row in range(len(fit.rows)) if _may_break(row, fit)})


def _may_break(row: int, fit: Fitted) -> bool:
    return not fit.is_whole and fit.rows[row] > _TALL


def _is_counted(box: Box, size: float) -> bool:
    """Whether the typesetter finds the ends of the lines: it knows best where prose may break."""
    is_one_line = box.words is None or box.words.width <= room(box, size)
    return not (is_one_line or box.by_words or is_crowded(box, size))


def _cell(box: Box, fit: Fitted, loose: frozenset[int]) -> PrintedCell:
    over_pages = any(_may_break(row, fit) for row in range(box.y, box.y + box.h))
    is_held_open = box.h == 1 and box.y in loose and box.words is not None
    spare = (fit.rows[box.y] - words_height(box, fit.size)) / 2
    return PrintedCell(
        x=box.x,
        y=box.y,
        w=box.w,
        h=box.h,
        text=_text(box, fit.size),
        left=box.left,
        top=box.left and over_pages,
        pad=round(spare, 2) if is_held_open and not over_pages else None,
        joined_above=box.joined_above,
        joined_below=box.joined_below,
    )


def _text(box: Box, size: float) -> str:
    """Return the words; the lines of headings, short values and overlong words end where we say."""
    if box.words is None or _is_counted(box, size):
        return box.text
    return "\n".join(broken(box.words, room(box, size)))
