"""What is to be told before anyone knows in which language: ``say`` words it.

A check, a reader or a rule pack's loader does not know who reads its words. Where they are more
than a text of the form, it gives the key of a sentence with its values, and values may be
sentences themselves.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, TypeAlias

from msgspec import Struct

from jiheng.model.decimals import decimal_words

Joint: TypeAlias = Literal["comma", "semicolon", "or", "beside"]
"""How the items of a list are joined: the sentences of ``words.yaml`` under ``joint``."""
_MOST_PLACES = 6


class Phrase(Struct, frozen=True, kw_only=True):
    """A sentence that nobody has said yet.

    Attributes:
        key: group and key in the catalogue.
        values: its named parameters.
    """

    key: str
    values: tuple[tuple[str, "Told"], ...] = ()


class Series(Struct, frozen=True, kw_only=True):
    """Items of a list, in order."""

    items: tuple["Told", ...]
    joint: Joint = "comma"


class Original(Struct, frozen=True, kw_only=True):
    """A text of a data file of ours, such as a pack's title; it may have a translation.

    Attributes:
        kind: what it is, which is the context of its translation.
    """

    kind: Literal["pack.title", "pack.silent"]
    text: str


class Sum(Struct, frozen=True, kw_only=True):
    """A sum of money, which a sentence writes in the unit of its language.

    ``{amount}`` writes it in yuan, ``{amount:4}`` with the point four places to the left, that is
    in 万元, and ``{amount:,}`` in yuan with commas.

    Example:
        >>> f"{Sum(yuan=Fraction(17461600)):4} {Sum(yuan=Fraction(17461600)):,}"
        '1746.16 17,461,600'
    """

    yuan: Fraction

    def __format__(self, spec: str) -> str:
        """Return it as the sentence asks for it."""
        if spec == ",":
            whole, _, decimals = decimal_words(self.yuan, 2).partition(".")
            return f"{int(whole):,}.{decimals}" if decimals else f"{int(whole):,}"
        return decimal_words(self.yuan / 10 ** int(spec or 0), _MOST_PLACES)


Told: TypeAlias = str | Phrase | Series | Original | Sum
"""A text that stands as it is, such as one of the form, or what ``say`` words."""


def phrase(key: str, /, **values: Told) -> Phrase:
    """Return a sentence to be said later."""
    return Phrase(key=key, values=tuple(values.items()))


def series(items: Iterable[Told], joint: Joint = "comma") -> Series:
    """Return a list to be said later."""
    return Series(items=tuple(items), joint=joint)
