"""Forms that make it hard for a page, and how they are written."""

from msgspec.structs import replace

from jiheng.model.form import Form
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.layout import LaidOut
from jiheng.writers.official import official
from jiheng.writers.pdf import write_pdf
from tests.writers.forms import WATER


def printed(form: Form) -> bytes:
    """Return the form as a PDF file of its own layout."""
    return write_pdf((laid(form),))


def laid(form: Form) -> LaidOut:
    """Return the form as the table of its own layout."""
    return official(form, load_layout(form.layout or "national-2020"))


def with_actual(text: str) -> Form:
    """Return a form with this text as the actual value of its first indicator."""
    first, *others = WATER.indicators
    return replace(WATER, indicators=(replace(first, actual=text), *others))


def with_indicators(count: int) -> Form:
    """Return a form with so many indicators, under three headings as they come."""
    made = tuple(
        replace(WATER.indicators[number * 3 // count], name=f"改造第{number + 1}段管网")
        for number in range(count)
    )
    return replace(WATER, indicators=made)
