"""The words and figures of a package's pages."""

from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from jiheng.model.publication import Span
from jiheng.rulebook.messages import SOURCE, say

UNKNOWN = "—"
_CENTS = Decimal("0.01")
_PER = Decimal(10_000)


class Wording(Struct, frozen=True, kw_only=True):
    """Says the sentences of the catalogue's group ``publication`` in one language."""

    language: str = SOURCE

    def __call__(self, key: str, /, **values: str) -> str:
        """Return one sentence with its parameters filled."""
        return say(f"publication.{key}", self.language, **values)


def ten_thousands(yuan: str | None) -> str:
    """Return an amount of yuan in 万元, to the cent of it.

    Example:
        >>> ten_thousands("86870000"), ten_thousands("17461650.5"), ten_thousands(None)
        ('8,687.00', '1,746.17', '—')
    """
    if yuan is None:
        return UNKNOWN
    return f"{(Decimal(yuan) / _PER).quantize(_CENTS, ROUND_HALF_UP):,}"


def percent(rate: str | None) -> str:
    """Return a rate as people write it.

    Example:
        >>> percent("20.1"), percent(None)
        ('20.1%', '—')
    """
    return UNKNOWN if rate is None else f"{rate}%"


def span_words(span: Span | None) -> str:
    """Return lowest and highest as people write them.

    Example:
        >>> span_words(Span(low="84.01", high="92.01")), span_words(Span(low="9", high="9"))
        ('84.01–92.01', '9')
    """
    if span is None:
        return UNKNOWN
    return span.low if span.low == span.high else f"{span.low}–{span.high}"
