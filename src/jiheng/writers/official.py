"""The form as it is handed in: with its check code, and formulas where a spreadsheet has them."""

from msgspec.structs import replace

from jiheng.model.check_code import check_code
from jiheng.model.form import Form
from jiheng.rulebook.layouts import Layout
from jiheng.rulebook.pack import Pack
from jiheng.scoring.score import score_form
from jiheng.writers.formulas import live_formulas
from jiheng.writers.layout import LaidOut, lay_out


def official(form: Form, layout: Layout, pack: Pack | None = None) -> LaidOut:
    """Return the form as ``layout`` prints it.

    Args:
        form: the form.
        layout: where everything stands.
        pack: the rules that the formulas follow; without it there are none.
    """
    laid = lay_out(form, layout)
    formulas = {} if pack is None else live_formulas(score_form(form, pack), laid, layout)
    return replace(laid, code=check_code(form), formulas=formulas)
