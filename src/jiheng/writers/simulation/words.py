"""Numbers of a simulation as its readers write them."""

from fractions import Fraction

from msgspec import Struct

from jiheng.model.decimals import decimal_words
from jiheng.model.simulation import Ends
from jiheng.rulebook.messages import say, template
from jiheng.rulebook.phrases import Told

_MINUS = "−"
_PLACES = 2
_ENOUGH = 100
"""From so many units on, money is told without decimals."""


class Words(Struct, frozen=True, kw_only=True):
    """Says the sentences of the catalogue's group ``simulation`` in one language."""

    language: str = "zh"

    def __call__(self, key: str, /, **values: Told) -> str:
        """Return one sentence with its parameters filled."""
        return say(f"simulation.{key}", self.language, **values)

    def sector(self, code: str) -> str:
        """Return what people call a sector; an unknown one keeps its code."""
        return template(f"simulation.sector.{code}", self.language) or code

    def money(self, yuan: str) -> str:
        """Return an amount in the unit of the language, as far as it can be read at a glance."""
        key = self._unit(Fraction(yuan))
        return self(key, amount=_grouped(Fraction(yuan) / 10 ** int(self(f"{key}-power"))))

    def money_axis(self, yuan: tuple[int, ...]) -> tuple[str, tuple[str, ...]]:
        """Return a unit in which all these amounts can be read, and the amounts in it."""
        key = self._unit(Fraction(max(yuan)))
        power = int(self(f"{key}-power"))
        told = tuple(_grouped(Fraction(each, 10**power)) for each in yuan)
        return self(key, amount="").strip(), told

    def _unit(self, yuan: Fraction) -> str:
        return "money-large" if yuan >= 10 ** int(self("money-large-power")) else "money"


def _grouped(amount: Fraction) -> str:
    whole, _, rest = decimal_words(amount, 0 if amount >= _ENOUGH else _PLACES).partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "")


def count_words(count: int) -> str:
    """Return a number of forms with commas."""
    return f"{count:,}"


def share_words(part: int, whole: int) -> str:
    """Return a share in percent, one place; a dash of nothing.

    Example:
        >>> share_words(1, 8), share_words(0, 0)
        ('12.5%', '—')
    """
    return f"{fixed_words(Fraction(100 * part, whole), 1)}%" if whole else "—"


def ends_words(ends: Ends | None) -> str:
    """Return a mean or the range of it.

    Example:
        >>> ends_words(Ends(low="91.257", high="91.257")), ends_words(Ends(low="90", high="92.5"))
        ('91.26', '90.00–92.50')
    """
    if ends is None:
        return "—"
    low, high = (fixed_words(Fraction(end), _PLACES) for end in (ends.low, ends.high))
    return low if low == high else f"{low}–{high}"


def change_words(before: Ends | None, after: Ends | None) -> str:
    """Return by how much the ends of a mean changed, with signs.

    Example:
        >>> change_words(Ends(low="90", high="92"), Ends(low="89.5", high="92"))
        '−0.50 / 0.00'
    """
    if before is None or after is None:
        return "—"
    pairs = ((before.low, after.low), (before.high, after.high))
    ends = [signed(Fraction(last) - Fraction(first)) for first, last in pairs]
    return " / ".join(dict.fromkeys(ends))


def signed(number: Fraction) -> str:
    """Return points with their sign."""
    words = fixed_words(abs(number), _PLACES)
    if not Fraction(words):
        return words
    return f"{'+' if number > 0 else _MINUS}{words}"


def fixed_words(number: Fraction, places: int) -> str:
    """Return a number of 0 and more with so many places, so that columns of them line up."""
    whole, _, rest = decimal_words(number, places).partition(".")
    return f"{whole}.{rest:0<{places}}"
