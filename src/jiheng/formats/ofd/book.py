"""An OFD package → the pages of each document in it."""

from collections.abc import Iterator

from jiheng.formats.errors import FormatError
from jiheng.formats.ofd.drawing import Drawing, Frame, MarkBudget
from jiheng.formats.ofd.matrix import Matrix, moved
from jiheng.formats.ofd.parts import Part, child, children, id_of, text_of
from jiheng.formats.ofd.values import POINTS, box_of, is_set
from jiheng.formats.ofd.volume import Template, Volume, volumes
from jiheng.formats.package import Package
from jiheng.formats.pages.page import Box, Page
from jiheng.formats.pages.pictured import PicturedPage, is_coded, is_pictured
from jiheng.formats.xml import Element
from jiheng.rulebook.phrases import phrase

_PAPER = Frame(place=Matrix(a=POINTS, d=POINTS))
_A4 = (0.0, 0.0, 210.0, 297.0)
_BEHIND, _BEFORE = "Background", "Foreground"
_BESIDE_THE_TEXT = frozenset({"Watermark", "Stamp", "Link", "Highlight"})
"""Kinds of annotations that are no text of the page."""


def documents(package: Package) -> Iterator[tuple[Page | PicturedPage, ...]]:
    """Yield the pages of each document; they are numbered through the file.

    Raises:
        FormatError: the file is encrypted or damaged, names what it does not hold, draws a thing
            inside itself, or is larger than the caps allow.
    """
    budget = MarkBudget()
    first = 1
    for volume in volumes(package):
        yield tuple(
            _page(volume, index, first + index, Drawing(volume.resources, budget))
            for index in range(len(volume.pages))
        )
        first += len(volume.pages)


def _page(volume: Volume, index: int, number: int, drawing: Drawing) -> Page | PicturedPage:
    id_, place = volume.pages[index]
    part = place.open()
    _draw_page(part, volume, drawing, ())
    for each in volume.annotations.get(id_, ()):
        _draw_annotations(each.open(), drawing)
    width, height = _size(child(part.root, "Area"), volume.area)
    glyphs = tuple(glyph for glyph in drawing.glyphs if _is_on(glyph.box, width, height))
    has_no_codes = is_coded(len(glyphs), sum(not glyph.confidence for glyph in glyphs))
    seen = sum(not glyph.text.isspace() for glyph in glyphs)
    if has_no_codes or is_pictured(seen, drawing.pictures, drawing.curves, width * height):
        return PicturedPage(number=number, width=width, height=height, is_coded=has_no_codes)
    return Page(
        number=number, width=width, height=height, glyphs=glyphs, rulings=tuple(drawing.rulings)
    )


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
        if id_of(each, "Type") in _BESIDE_THE_TEXT or not is_set(each, "Visible", default=True):
            continue
        for appearance in children(each, "Appearance"):
            left, top, *_ = box_of(appearance.get("Boundary")) or (0.0, 0.0)
            drawing.draw(appearance, _PAPER._replace(place=_PAPER.place.inner(moved(left, top))))


def _is_on(box: Box, width: float, height: float) -> bool:
    """Whether the middle of a letter lies on the page."""
    left, top, right, bottom = box
    return 0 <= left + right <= 2 * width and 0 <= top + bottom <= 2 * height
