"""Amounts of a form in another unit: 元 and 万元, exact."""

from decimal import Decimal, InvalidOperation

from msgspec.structs import replace

from jiheng.model.form import Form, MoneyLine

_PLACES = {"元": 0, "万元": 4, "亿元": 8}
_FIELDS = ("initial_budget", "adjusted_budget", "executed")


def in_unit(form: Form, unit: str | None) -> Form:
    """Return the form with its amounts in a unit; as it is where either unit is not known."""
    if form.funds.unit == unit or form.funds.unit not in _PLACES or unit not in _PLACES:
        return form
    places = _PLACES[form.funds.unit] - _PLACES[unit]
    lines = tuple(_moved(line, places) for line in form.funds.lines)
    return replace(form, funds=replace(form.funds, unit=unit, lines=lines))


def _moved(line: MoneyLine, places: int) -> MoneyLine:
    amounts = {field: getattr(line, field) for field in _FIELDS}
    return replace(
        line, **{field: text and _shifted(text, places) for field, text in amounts.items()}
    )


def _shifted(text: str, places: int) -> str:
    """An amount with its point moved.

    Example:
        >>> _shifted("1,234.50", 4), _shifted("86870000", -4), _shifted("免费", 4)
        ('12345000', '8687', '免费')
    """
    try:
        amount = Decimal(text.replace(",", "").replace("，", "").strip()).scaleb(places)
    except InvalidOperation:
        return text
    if not amount.is_finite():
        return text
    plain = f"{amount:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
