"""One row of the list."""

from decimal import Decimal

from msgspec import Struct

Value = str | int | Decimal | None


class Row(Struct, frozen=True, kw_only=True):
    """Values in the order of the columns; ``tone`` is the severity or verdict that colours it."""

    values: tuple[Value, ...]
    tone: str | None = None
