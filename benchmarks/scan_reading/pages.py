"""Made-up forms of one page, printed, and the pictures taken of them."""

from collections.abc import Callable, Iterator

import cv2
from msgspec import Struct
from numpy import asarray

from jiheng.corpus.by_rules import scored_by_rules
from jiheng.corpus.generator import sample
from jiheng.corpus.scanning import Sheet, Shot, photographed, scanned, sheets
from jiheng.formats.pages.page import Ruling
from jiheng.model.document import Block, Document, Grid
from jiheng.model.form import Form
from jiheng.readers.pdf import read_pdf
from jiheng.readers.recognise import recognise
from jiheng.readers.scan.leaf import Leaf
from jiheng.readers.scan.lighting import evenly_lit
from jiheng.readers.scan.matrices import inverse
from jiheng.readers.scan.pictures import pictures_of
from jiheng.readers.scan.pixels import sides
from jiheng.readers.scan.seals import coloured_ink, seals_of, without_colour
from jiheng.readers.scan.streaks import streaks_in, without_streaks
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.official import official
from jiheng.writers.pdf import write_pdf

KINDS: dict[str, Callable[[Sheet, int, int], Shot]] = {"scan": scanned, "photo": photographed}
DEGREES = (1, 2, 3)

_MANY = 1_000_000


class Printed(Struct, frozen=True, kw_only=True):
    """A page, and what stands on it as its PDF's own text says."""

    sheet: Sheet
    form: Form
    grid: Grid


def pages(seed: int) -> Iterator[Printed]:
    """Yield printed pages without end; forms of several pages are left out."""
    for form in sample(_MANY, seed, rules=scored_by_rules):
        pdf = write_pdf((official(form, load_layout(form.layout or "")),))
        printed = sheets(pdf)
        if len(printed) == 1:
            blocks = read_pdf(pdf)
            yield Printed(sheet=printed[0], form=forms_of(blocks)[0], grid=largest(blocks))


def forms_of(blocks: tuple[Block, ...]) -> tuple[Form, ...]:
    """Return the forms on a page that was read."""
    document = Document(path="page", format="image", sha256="0" * 64, blocks=blocks)
    return recognise(document)


def largest(blocks: tuple[Block, ...]) -> Grid:
    """Return the largest table; one without cells where there is none."""
    grids = [block for block in blocks if isinstance(block, Grid)]
    return max(grids, key=lambda grid: len(grid.cells), default=Grid(cells=()))


def true_leaf(shot: Shot, sheet: Sheet) -> Leaf:
    """Return the page of a picture with the ruling lines that it truly has.

    So the reading of letters is judged by itself, and not the finding of lines.
    """
    wide, high = sides(sheet.picture)
    picture = next(iter(pictures_of(shot.data)))
    picture = without_streaks(picture, streaks_in(picture))
    to_given = asarray(shot.placement.matrix)
    page = cv2.warpPerspective(
        picture, inverse(to_given), (wide, high),
        flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE,
    )  # fmt: skip
    lit = evenly_lit(page)
    rulings = (tuple(side * sheet.scale for side in line) for line in sheet.rulings)
    return Leaf(
        number=1,
        gray=without_colour(lit, coloured_ink(lit)),
        rulings=tuple(Ruling(left=a, top=b, right=c, bottom=d) for a, b, c, d in rulings),
        doubtful=(),
        wrong=0.0,
        seals=seals_of(lit),
        to_given=to_given,
    )
