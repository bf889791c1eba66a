"""A page as it is seen: letters and ruling lines, upright, measured from its upper left corner."""

from msgspec import Struct

from jiheng.model.document import Candidate

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points; of a picture, in its own pixels."""


class Glyph(Struct, frozen=True, kw_only=True, gc=False):
    """One letter, or a run of letters that was recognised as one.

    Attributes:
        confidence: 1.0 for text that was typed, lower for what was recognised in a picture.
        candidates: what a recognised number may be, the likeliest first; () for other text.
        clip: of a letter that is cut away, the box beyond which nothing is shown.
        run: the number of the text that it was drawn with, where the file has texts.
    """

    text: str
    box: Box
    confidence: float = 1.0
    candidates: tuple[Candidate, ...] = ()
    clip: Box | None = None
    run: int | None = None


class Ruling(Struct, frozen=True, kw_only=True, gc=False):
    """A ruling line: level where top and bottom are the same, upright where left and right are."""

    left: float
    top: float
    right: float
    bottom: float


class Page(Struct, frozen=True, kw_only=True):
    """One page.

    Attributes:
        number: from 1.
        glyphs: in the order in which the file holds them, which may not be that of reading.
        stamps: the boxes of seals, as far as the file tells or a picture shows them.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rulings: tuple[Ruling, ...]
    stamps: tuple[Box, ...] = ()
