"""Values of a database as the texts that a file would hold."""

from datetime import datetime
from decimal import Decimal


def text_of(value: object) -> str:
    """Return a value as text; nothing for NULL.

    Example:
        >>> text_of(None), text_of(Decimal("12.50")), text_of("云溪".encode("gb18030"))
        ('', '12.50', '云溪')
        >>> text_of(0.1), text_of(datetime(2023, 7, 15, 8))
        ('0.1', '2023-07-15 08:00:00')
    """
    match value:
        case None:
            return ""
        case bytes():
            return _decoded(value)
        case datetime():
            return value.replace(tzinfo=None).isoformat(" ")
        case Decimal():
            return f"{value:f}"
        case _:
            return str(value)


def _decoded(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("gb18030", errors="replace")
