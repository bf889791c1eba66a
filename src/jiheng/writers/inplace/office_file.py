"""A docx or xlsx as its user saved it, with the parts that are changed or added."""

import posixpath
import re
from html import escape
from typing import Self

from jiheng.formats import limits
from jiheng.formats.kinds import kind_of
from jiheng.formats.package import Package, part_key
from jiheng.formats.relationships import MainPart, Relationship, main_part, relationships
from jiheng.formats.xml import Element, local_name
from jiheng.writers.inplace.errors import Unwritable
from jiheng.writers.inplace.names import inside, of_package
from jiheng.writers.inplace.repack import repack
from jiheng.writers.inplace.revision import Revision

_TYPES = "[Content_Types].xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = f'{_HEAD}<Relationships xmlns="{of_package("relationships")}"></Relationships>'
_NUMBER = re.compile(r"rId(\d{1,8})")


class OfficeFile:
    """Reads as the file will be, and writes it with only those parts changed.

    Attributes:
        package: the file as it is.
        main: its main part.
    """

    def __init__(self, data: bytes) -> None:
        """Open a file.

        Raises:
            FormatError: readers refuse it too.
            Unwritable: it is signed, too large, or no Office file.
        """
        if len(data) > limits.MAX_FILE_BYTES:
            allowed = str(limits.MAX_FILE_BYTES // limits.MEGABYTE)
            raise Unwritable("too-large", most=allowed)
        if kind_of(data) != "zip":
            raise Unwritable("other-format")
        self._data = data
        self.package = Package(data)
        self.main: MainPart = main_part(self.package)
        self._refuse_signed()
        self._changed: dict[str, bytes] = {}
        self._added: dict[str, bytes] = {}

    def _refuse_signed(self) -> None:
        """Raise Unwritable for a file with a digital signature, which any change would break."""
        if any(each.kind == "origin" for each in relationships(self.package, "")):
            raise Unwritable("signed")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.package.__exit__(None, None, None)

    def read(self, part: str) -> bytes:
        """Return a part as it will be."""
        changed = self._changed.get(part_key(part), self._added.get(part))
        return self.package.read(part) if changed is None else changed

    def put(self, part: str, content: bytes) -> None:
        """Give a part another content, or add it."""
        if self.package.has(part):
            self._changed[part_key(part)] = content
        else:
            self._added[part] = content

    def revise(self, part: str) -> Revision:
        """Begin to change a part; ``put`` takes what comes of it."""
        return Revision(self.read(part), part)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all parts, in small letters."""
        return (*self.package.names, *map(part_key, self._added))

    def free_name(self, stem: str, suffix: str) -> str:
        """Return the first name of a part that nothing has: comments1.xml, and so on."""
        taken = set(self.names)
        numbers = range(1, len(taken) + 2)
        return next(
            name for number in numbers if part_key(name := f"{stem}{number}{suffix}") not in taken
        )

    def pointed(self, part: str, kind: str) -> Relationship | None:
        """Return where a part points to for some kind of thing, if it does and it is there."""
        found = (each for each in relationships(self.package, part) if each.kind == kind)
        return next((each for each in found if self.package.has(each.target)), None)

    def point(self, part: str, kind: str, target: str, family: str) -> str:
        """Let a part point to another and return the pointer's id.

        Args:
            part: where it points from.
            kind: full name of the kind of thing, after its family.
            target: the part that is pointed to.
            family: URI of the relationships, which differs for strict files.
        """
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.package.has(rels) and rels not in self._added:
            self.put(rels, _RELATIONS.encode())
        revision = self.revise(rels)
        id_ = f"rId{_highest(revision.root) + 1}"
        where = posixpath.relpath(target, folder or ".")
        tag, declared = inside(revision.root, of_package("relationships"))
        revision.append(
            revision.root,
            f'<{tag}Relationship{declared} Id="{id_}" Type="{family}/{kind}" '
            f'Target="{escape(where)}"/>',
        )
        self.put(rels, revision.render())
        return id_

    def declare(self, part: str, content_type: str) -> None:
        """Say in the list of content types what a new part holds."""
        self._add_type("Override", f'PartName="/{escape(part)}"', content_type)

    def declare_suffix(self, suffix: str, content_type: str) -> None:
        """Say what parts with a suffix hold, unless the file says it already."""
        known = (
            (each.get("Extension") or "").lower()
            for each in self.revise(_TYPES).root
            if local_name(each.tag) == "Default"
        )
        if suffix not in known:
            self._add_type("Default", f'Extension="{suffix}"', content_type, first=True)

    def _add_type(self, tag: str, about: str, content_type: str, *, first: bool = False) -> None:
        revision = self.revise(_TYPES)
        prefix, declared = inside(revision.root, of_package("content-types"))
        put = revision.prepend if first else revision.append
        put(revision.root, f'<{prefix}{tag}{declared} {about} ContentType="{content_type}"/>')
        self.put(_TYPES, revision.render())

    def render(self) -> bytes:
        """Return the file; parts that were not put keep their bytes."""
        return repack(self._data, self._changed, self._added)


def _highest(root: Element) -> int:
    """Return the highest number of ids such as rId7."""
    found = (_NUMBER.fullmatch(each.get("Id") or "") for each in root)
    return max((int(match[1]) for match in found if match), default=0)
