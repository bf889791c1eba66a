"""How the parts of an Office package point to one another."""

import posixpath
from typing import Literal, NamedTuple

from jiheng.formats.errors import FormatError
from jiheng.formats.kinds import not_yet
from jiheng.formats.package import Package
from jiheng.formats.xml import parse_xml
from jiheng.rulebook.phrases import phrase


class Relationship(NamedTuple):
    """One pointer.

    Attributes:
        kind: the last word of its type, such as ``worksheet``; the same for strict files.
        target: name of the part in the package.
    """

    id: str
    kind: str
    target: str


class MainPart(NamedTuple):
    """The part with the content, and what it holds."""

    name: str
    holds: Literal["document", "workbook"]


# What other zip files are known by: a part's name → ``format.kind``.
_STRANGERS: tuple[tuple[str, str], ...] = (
    ("ppt/presentation.xml", "powerpoint"),
    ("xl/workbook.bin", "xlsb"),
    ("meta-inf/manifest.xml", "odf"),
)


def relationships(package: Package, part: str) -> tuple[Relationship, ...]:
    """Return where a part points to inside the package; the package itself is part ""."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if not package.has(rels):
        return ()
    found: list[Relationship] = []
    for element in parse_xml(package.read(rels), rels):
        target = element.get("Target")
        # What lies outside is never followed.
        if target is None or element.get("TargetMode") == "External":
            continue
        kind = (element.get("Type") or "").rpartition("/")[2]
        inside = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/")))
        found.append(Relationship(element.get("Id") or "", kind, inside.lstrip("/")))
    return tuple(found)


def main_part(package: Package) -> MainPart:
    """Return the main part; raises FormatError when this is no docx or xlsx."""
    for part, kind in _STRANGERS:
        if package.has(part):
            raise FormatError(not_yet(kind))
    named = [each.target for each in relationships(package, "") if each.kind == "officeDocument"]
    for name in (*named, "word/document.xml", "xl/workbook.xml"):
        if package.has(name):
            return MainPart(name, _holds(name))
    raise FormatError(phrase("format.zip-without-office"))


def _holds(name: str) -> Literal["document", "workbook"]:
    if name.lower().startswith("word/"):
        return "document"
    if name.lower().startswith("xl/"):
        return "workbook"
    raise FormatError(phrase("format.main-part", part=name))
