"""What a letter is made of."""

from msgspec import Struct


class Heading(Struct, frozen=True, kw_only=True, tag=True):
    """The heading of a part."""

    text: str


class Words(Struct, frozen=True, kw_only=True, tag=True):
    """A paragraph."""

    text: str


class Table(Struct, frozen=True, kw_only=True, tag=True):
    """A table with its name above it.

    Attributes:
        widths: of the columns, as shares.
        words: columns that hold words and begin at the left; the others hold numbers.
        last_is_sum: the last row adds up the others.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    words: tuple[int, ...] = (0,)
    last_is_sum: bool = False


Block = Heading | Words | Table


class Letter(Struct, frozen=True, kw_only=True):
    """A letter.

    Attributes:
        title: with a line break where it is to be broken.
        above: a line above the title, such as what is still to be done with it; "" for none.
        foot: lines at the end, at the right.
    """

    title: str
    blocks: tuple[Block, ...]
    above: str = ""
    foot: tuple[str, ...] = ()
