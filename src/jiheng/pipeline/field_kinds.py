"""What may stand in each field of a form, so that an answer that cannot is told."""

from datetime import date
from typing import Literal

from jiheng.model.form import Form
from jiheng.model.paths import WHOLE_FORM, NoSuchField, with_value
from jiheng.model.points import parse_points
from jiheng.quantities import parse_in
from jiheng.readers.recognise.money import money_unit
from jiheng.readers.recognise.texts import is_blank
from jiheng.rulebook.headings import heading_points, is_level1

Misfit = Literal["no-place", "blank", "points", "amount", "rate", "date", "year", "money-unit"]
"""What is wrong with a text: its place is none, it may not be blank, or it is none of these."""

_KINDS: dict[str, Misfit] = {
    "weight": "points",
    "score": "points",
    "heading_weight": "points",
    "level1_points": "points",
    "deduction": "points",
    "review_score": "points",
    "initial_budget": "amount",
    "adjusted_budget": "amount",
    "executed": "amount",
    "rate": "rate",
    "coefficient": "rate",
    "filled_on": "date",
    "year": "year",
    "funds.unit": "money-unit",
}
"""By the field's path, or else its last name; what is not here holds any words."""

_OURS = frozenset({"id", "kind", "source", "layout", "pack", "cells", "doubts"})
"""What the reader says of a form; nobody else can know better."""

_YEARS = range(1990, 2100)


def field_text(path: str, text: str) -> str | None:
    """Return what a reader makes of a cell with this text; None for a blank and a dash.

    Example:
        >>> field_text("indicators[0].level1_points", "产出指标 (50分)")
        '50'
    """
    if is_blank(text):
        return None
    if path.endswith(".level1_points") and is_level1(text):
        return heading_points(text)
    return (money_unit(text) or text) if path == "funds.unit" else text


def misfit(form: Form, path: str, text: str | None) -> Misfit | None:
    """Return why a text cannot stand in a field of the form, or None when it can."""
    if path == WHOLE_FORM:
        return None if text is not None else "blank"
    if path.partition(".")[0].partition("[")[0] in _OURS:
        return "no-place"
    kind = _KINDS.get(path) or _KINDS.get(path.rpartition(".")[2])
    if text is not None and kind is not None and not _is(kind, text):
        return kind
    try:
        filled(form, path, text)
    except NoSuchField:
        return "no-place" if text is not None else "blank"
    return None


def filled(form: Form, path: str, text: str | None) -> Form:
    """Return the form with the text in its field; a year becomes a number.

    What is said of the whole form stands in no field.

    Raises:
        NoSuchField: the form has no such field, or it may not be blank.
    """
    if path == WHOLE_FORM:
        return form
    is_year = path == "year" and text is not None
    return with_value(form, path, int(text) if is_year and text else text)


def _is(kind: Misfit, text: str) -> bool:
    if kind == "points":
        return parse_points(text) is not None
    if kind == "rate":
        return parse_points(text.strip().removesuffix("%").removesuffix("％")) is not None
    if kind == "amount":
        return parse_in(text).is_number
    if kind == "money-unit":
        return parse_in("1", unit=text).dimension == "money"
    return _is_date(text) if kind == "date" else text.isdecimal() and int(text) in _YEARS


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
