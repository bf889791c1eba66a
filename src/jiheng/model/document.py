"""What a reader saw in one file, before anyone asks what it means."""

from typing import Literal

from msgspec import Struct

Format = Literal["text", "docx", "xlsx", "html", "pdf", "ofd", "image", "xls", "doc"]

PAGED: frozenset[str] = frozenset({"pdf", "ofd", "image"})
"""Formats with pages: their cells have a place on paper."""

LINE_BREAK = "\v"
"""A line broken inside a paragraph (Word's Shift+Enter, HTML's <br>); a paragraph ends with \\n."""


SURE = 0.98
"""What was recognised with at least this confidence is taken as read; the rest is in doubt."""


class Candidate(Struct, frozen=True, kw_only=True, gc=False):
    """What a recognised text may say, and how likely that is, from 0 to 1."""

    text: str
    chance: float


class Stamp(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    gc=False,
    tag_field="block",
    tag="stamp",
):
    """A seal on a page of the file.

    Attributes:
        page: from 1.
        box: left, top, right, bottom on the page in points, or in pixels of a picture.
    """

    page: int
    box: tuple[float, float, float, float]


class GridCell(Struct, frozen=True, kw_only=True, gc=False):
    r"""One cell of a table; a merged cell stands once, at its first row and column.

    Attributes:
        row: row in the grid, from 0.
        column: column in the grid, from 0.
        text: the text as printed: paragraphs joined by ``\n``, line breaks as ``\v``.
        confidence: 1.0 for text that was typed, lower for text that was recognised in an image.
        line: line of a text file, from 1.
        box: left, top, right, bottom on the page in points, or in pixels of a picture, where the
            format has places.
        page: from 1, where the cell is not on the page of its grid: a table goes on overleaf.
        candidates: what a recognised number may be, the likeliest first; () for other text.
        settled: of its candidates, the text is the one that the form's own sums ask for.
    """

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    text: str = ""
    confidence: float = 1.0
    line: int | None = None
    box: tuple[float, float, float, float] | None = None
    page: int | None = None
    candidates: tuple[Candidate, ...] = ()
    settled: bool = False


class Grid(Struct, frozen=True, kw_only=True, tag_field="block", tag="grid"):
    """One table as it was seen.

    Attributes:
        cells: in reading order (row, then column); empty cells are there too, with text "".
        ragged: the columns are only the order of cells in a line of text, not places on paper.
        page: page of the document, from 1, where pages are known.
        recognised: those of its pages whose text was recognised in a picture, not typed.
        guessed: it has no ruling lines; rows and columns are what places of words tell.
        sheet: name of the worksheet.
        hidden: the worksheet was hidden.
    """

    cells: tuple[GridCell, ...]
    ragged: bool = False
    page: int | None = None
    recognised: tuple[int, ...] = ()
    guessed: bool = False
    sheet: str | None = None
    hidden: bool = False


class Paragraph(Struct, frozen=True, kw_only=True, tag_field="block", tag="paragraph"):
    """A line of text outside any table.

    Attributes:
        confidence: 1.0 for text that was typed, lower for text that was recognised in a picture.
    """

    text: str
    line: int | None = None
    page: int | None = None
    sheet: str | None = None
    confidence: float = 1.0


Block = Paragraph | Grid | Stamp


class Document(Struct, frozen=True, kw_only=True):
    """One file: paragraphs, tables and seals in the order in which they stand.

    Attributes:
        path: the name under which the user gave the file.
        sha256: hash of the file's bytes, in hex.
    """

    path: str
    format: Format
    sha256: str
    blocks: tuple[Block, ...]

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables alone; their position is the ``table`` of every cell's place."""
        return tuple(block for block in self.blocks if isinstance(block, Grid))

    @property
    def stamps(self) -> tuple[Stamp, ...]:
        """The seals on its pages, as pictures show them and PDF and OFD tell of them."""
        return tuple(block for block in self.blocks if isinstance(block, Stamp))
