"""An OFD package → the pages of each document in it."""

from collections.abc import Iterator

from msgspec.structs import replace

from jiheng.formats.errors import FormatError
from jiheng.formats.ofd.budget import MarkBudget
from jiheng.formats.ofd.drawing import Drawing, Frame
from jiheng.formats.ofd.matrix import Matrix, moved
from jiheng.formats.ofd.parts import Part, child, children, id_of, text_of
from jiheng.formats.ofd.upright import upright
from jiheng.formats.ofd.values import POINTS, box_of, is_set
from jiheng.formats.ofd.volume import Template, Volume, volumes
from jiheng.formats.package import Package
from jiheng.formats.pages.page import Box, Page
from jiheng.formats.pages.pictured import PicturedPage, is_coded, is_pictured, is_scan
from jiheng.formats.xml import Element
from jiheng.rulebook.phrases import phrase

_PAPER = Frame(place=Matrix(a=POINTS, d=POINTS))
_A4 = (0.0, 0.0, 210.0, 297.0)
_BEHIND, _BEFORE = "Background", "Foreground"
_BESIDE_THE_TEXT = frozenset({"Watermark", "Link", "Highlight"})
"""Kinds of annotations that are no text of the page."""


def documents(package: Package) -> Iterator[Iterator[Page | PicturedPage]]:
    """Yield the pages of each document, drawn when asked for; they are numbered through the file.

    Raises:
        FormatError: the file is encrypted or damaged, names what it does not hold, draws a thing
            inside itself, or is larger than the caps allow.
    """
    budget = MarkBudget()
    first = 1
    for volume in volumes(package, budget):
        yield _pages(volume, first, budget)
        first += len(volume.pages)


def _pages(volume: Volume, first: int, budget: MarkBudget) -> Iterator[Page | PicturedPage]:
    for index in range(len(volume.pages)):
        yield _page(volume, index, first + index, Drawing(volume.resources, budget))


def _page(volume: Volume, index: int, number: int, drawing: Drawing) -> Page | PicturedPage:
    id_, place = volume.pages[index]
    part = place.open()
    _draw_page(part, volume, drawing, ())
    for each in volume.annotations.get(id_, ()):
        _draw_annotations(each.open(), drawing)
    drawing.stamps += map(_PAPER.place.box, volume.seals.get(id_, ()))
    width, height = _size(child(part.root, "Area"), volume.area)
    glyphs = tuple(glyph for glyph in drawing.glyphs if _is_on(glyph.box, width, height))
    has_no_codes = is_coded(len(glyphs), sum(not glyph.confidence for glyph in glyphs))
    seen = sum(not glyph.text.isspace() for glyph in glyphs)
    boxes = [picture.box for picture in drawing.pictures]
    if has_no_codes or is_pictured(seen, boxes, drawing.curves, width * height):
        pictured = PicturedPage(
            number=number,
            width=width,
            height=height,
            is_coded=has_no_codes,
            stamps=tuple(drawing.stamps),
        )
        return _with_scan(pictured, volume, drawing)
    page = Page(
        number=number,
        width=width,
        height=height,
        glyphs=glyphs,
        rulings=tuple(drawing.rulings),
        stamps=tuple(drawing.stamps),
    )
    return upright(page, drawing.quarters)


def _with_scan(page: PicturedPage, volume: Volume, drawing: Drawing) -> PicturedPage:
    """Return the page with the file of the one picture that fills it."""
    area = page.width * page.height
    covering = [picture for picture in drawing.pictures if is_scan(picture.box, area)]
    if len(covering) != 1:
        return page
    (scan,) = covering
    return replace(page, picture=volume.resources.picture(scan.reference), place=tuple(scan.place))


def _size(*areas: Element | None) -> tuple[float, float]:
    """Return width and height of the paper as the first area gives it, in points."""
    given = (box_of(text_of(child(area, "PhysicalBox"))) for area in areas)
    left, top, right, bottom = next((box for box in given if box is not None), _A4)
    return (right - left) * POINTS, (bottom - top) * POINTS


def _draw_page(part: Part, volume: Volume, drawing: Drawing, around: tuple[str, ...]) -> None:
    """Draw a page or a template: what is behind it, its layers, what is before it."""
    drawing.begin(part)
    used = tuple(_templates(part.root, volume, around))
    for id_, template in used:
        if template.order != _BEFORE:
            _draw_page(template.place.open(), volume, drawing, (*around, id_))
    layers = child(part.root, "Content")
    drawing.draw(() if layers is None else sorted(layers, key=_rank), _PAPER)
    for id_, template in used:
        if template.order == _BEFORE:
            _draw_page(template.place.open(), volume, drawing, (*around, id_))


def _rank(layer: Element) -> int:
    return {_BEHIND: 0, _BEFORE: 2}.get(id_of(layer, "Type"), 1)


def _templates(
    page: Element, volume: Volume, around: tuple[str, ...]
) -> Iterator[tuple[str, Template]]:
    for each in children(page, "Template"):
        id_ = id_of(each, "TemplateID")
        if id_ in around:
            raise FormatError(phrase("ofd.ring", id=id_))
        if id_ not in volume.templates:
            raise FormatError(phrase("ofd.no-template", id=id_))
        template = volume.templates[id_]
        yield id_, template._replace(order=id_of(each, "ZOrder") or template.order)


def _draw_annotations(part: Part, drawing: Drawing) -> None:
    drawing.begin(part)
    for each in children(part.root, "Annot"):
        if is_set(each, "Visible", default=True):
            for appearance in children(each, "Appearance"):
                _draw_annotation(id_of(each, "Type"), appearance, drawing)


def _draw_annotation(kind: str, appearance: Element, drawing: Drawing) -> None:
    bounds = box_of(appearance.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
    # Programs call a typed note a stamp, too.
    if kind == "Stamp" and child(appearance, "TextObject") is None:
        drawing.stamps += [_PAPER.place.box(bounds)] if len(appearance) else []
    elif kind not in _BESIDE_THE_TEXT:
        place = _PAPER.place.inner(moved(*bounds[:2]))
        drawing.draw(appearance, _PAPER._replace(place=place))


def _is_on(box: Box, width: float, height: float) -> bool:
    """Whether the middle of a letter lies on the page."""
    left, top, right, bottom = box
    return 0 <= left + right <= 2 * width and 0 <= top + bottom <= 2 * height
