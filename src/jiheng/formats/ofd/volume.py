"""An OFD package → the documents in it, not yet drawn."""

from typing import NamedTuple

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.formats.ofd.parts import Part, child, children, id_of, text_of
from jiheng.formats.ofd.resources import Resources
from jiheng.formats.ofd.values import is_set
from jiheng.formats.package import Package
from jiheng.formats.xml import Element
from jiheng.rulebook.phrases import phrase

ENTRY = "OFD.xml"
"""The part by which an OFD package is known."""

_ENCRYPTED = "Encryptions.xml"


class Place(NamedTuple):
    """A part as another one names it."""

    named_by: Part
    place: str

    def open(self) -> Part:
        """Return the part; raises FormatError where there is none."""
        return self.named_by.open(self.place)


class Template(NamedTuple):
    """What stands on many pages; ``order`` says whether behind or before their own content."""

    place: Place
    order: str


class Volume(NamedTuple):
    """One document: its pages in order, and what they have in common.

    Attributes:
        area: the size of pages that give none.
        pages: number and part of each.
        templates: by their numbers.
        annotations: where those of a page are, by its number.
    """

    area: Element | None
    pages: tuple[tuple[str, Place], ...]
    resources: Resources
    templates: dict[str, Template]
    annotations: dict[str, list[Place]]


def volumes(package: Package) -> tuple[Volume, ...]:
    """Return the documents of a package.

    Raises:
        FormatError: it is encrypted or damaged, or has too many pages.
    """
    if package.has(_ENCRYPTED):
        raise FormatError(phrase("ofd.encrypted"))
    entry = Part(package, ENTRY)
    bodies = children(entry.root, "DocBody")
    if not bodies:
        raise FormatError(phrase("ofd.no-document"))
    found = tuple(_volume(_document(entry, body)) for body in bodies)
    if sum(len(volume.pages) for volume in found) > limits.MAX_PAGES:
        raise FormatError(phrase("format.pages", most=str(limits.MAX_PAGES)))
    return found


def _document(entry: Part, body: Element) -> Part:
    """Return the root of a document, of its current version where it has several."""
    for version in children(child(body, "Versions"), "Version"):
        if is_set(version, "Current", default=False):
            described = entry.open(id_of(version, "BaseLoc"))
            return described.open(text_of(child(described.root, "DocRoot")))
    return entry.open(text_of(child(body, "DocRoot")))


def _volume(part: Part) -> Volume:
    common = child(part.root, "CommonData")
    resources = Resources()
    resources.add(part, common, "PublicRes", "DocumentRes")
    return Volume(
        area=child(common, "PageArea"),
        pages=tuple(
            (id_of(page), Place(part, id_of(page, "BaseLoc")))
            for page in children(child(part.root, "Pages"), "Page")
        ),
        resources=resources,
        templates={
            id_of(each): Template(Place(part, id_of(each, "BaseLoc")), id_of(each, "ZOrder"))
            for each in children(common, "TemplatePage")
        },
        annotations=_annotations(part),
    )


def _annotations(part: Part) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in children(part.root, "Annotations"):
        listed = part.find(text_of(place))
        if listed is None:
            continue
        for page in children(listed.root, "Page"):
            files = (Place(listed, text_of(each)) for each in children(page, "FileLoc"))
            found.setdefault(id_of(page, "PageID"), []).extend(files)
    return found
