"""A printed value as it was understood, in words."""

from jiheng.model.quantity import Operator, Quantity
from jiheng.rulebook.messages import say
from jiheng.scoring.figures import decimal_text, quantity_text

_MONEY = "元"
_PER_UNIT = 10_000
_PLACES = 6


def understood(value: Quantity, operator: Operator | None, language: str) -> str:
    """Return what a value says: a number in its base unit, a day, or why it is no number.

    Args:
        value: as it was parsed.
        operator: how it is compared; None for a value that merely was reached.
        language: of the words.
    """
    if value.kind == "range" and value.amount is not None:
        ends = {"low": _number(value, value.amount), "high": _number(value, value.upper or 0)}
        return say("card.read.range", language, **ends)
    if value.is_number and value.amount is not None:
        number = _number(value, value.amount)
        if operator is not None:
            return say(f"card.read.{operator}", language, number=number)
        return number if value.op is None else say("card.read.sign", language, number=number)
    if value.first is not None:
        days = " – ".join(dict.fromkeys(filter(None, (value.first, value.last))))
        return say("card.read.day", language, day=days)
    if value.tier is not None:
        return say(f"card.read.tier-{value.tier}", language)
    return say(f"card.read.{_WORDLESS.get(value.kind, 'words')}", language)


def _number(value: Quantity, amount: int) -> str:
    """The number in its base unit where that is money, else as it was printed."""
    if value.dimension == "money" and value.scale != (1, 1):
        return f"{decimal_text(amount, value.over * _PER_UNIT, _PLACES)}{_MONEY}"
    if amount == value.amount:
        return quantity_text(value, with_unit=True)
    unit = value.scale[1], value.over * _PER_UNIT * value.scale[0]
    return f"{decimal_text(amount * unit[0], unit[1], _PLACES)}{value.unit or ''}"


_WORDLESS = {"blank": "blank", "placeholder": "blank", "formula": "formula", "list": "list"}
