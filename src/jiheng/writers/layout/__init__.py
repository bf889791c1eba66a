"""Form → the official bordered table."""

from jiheng.model.form import Form
from jiheng.rulebook.layouts import Layout
from jiheng.writers.layout.around import TITLE_LINES, lines_after, lines_before
from jiheng.writers.layout.empty import empty_form
from jiheng.writers.layout.form_rows import put_form_rows
from jiheng.writers.layout.formula import Place
from jiheng.writers.layout.goal import put_goals
from jiheng.writers.layout.indicators import put_indicators
from jiheng.writers.layout.laid_out import LaidOut
from jiheng.writers.layout.left_out import left_out
from jiheng.writers.layout.money import put_money
from jiheng.writers.layout.sheet import Sheet
from jiheng.writers.layout.tail import put_tail

__all__ = ["LaidOut", "Place", "empty_form", "lay_out", "left_out"]


def lay_out(form: Form, layout: Layout) -> LaidOut:
    """Return the form as the table that ``layout`` prints.

    Fields that the layout has no cell for are left out.
    """
    sheet = Sheet(len(layout.widths))
    for block in layout.blocks:
        _put_block(sheet, block, form, layout)
    return LaidOut(
        before=lines_before(form, layout),
        grid=sheet.grid(),
        paths=sheet.paths,
        places=sheet.places,
        left=frozenset(sheet.left),
        after=lines_after(form, layout),
        centred=TITLE_LINES,
        widths=layout.widths,
        is_wide=layout.is_wide,
        one_page=layout.one_page,
        headings=frozenset(sheet.headings),
        body=sheet.body,
    )


def _put_block(sheet: Sheet, block: str, form: Form, layout: Layout) -> None:
    match block:
        case "head":
            put_form_rows(sheet, layout.head_rows, form, layout)
        case "money":
            put_money(sheet, form.funds, layout)
        case "middle":
            put_form_rows(sheet, layout.middle_rows, form, layout)
        case "goal":
            put_goals(sheet, form, layout)
        case "indicators":
            put_indicators(sheet, form, layout)
        case _:
            put_tail(sheet, form, layout)
