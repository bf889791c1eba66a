"""How the parts of an Office package point to one another."""

import posixpath
from typing import Literal, NamedTuple

from jiheng.formats.errors import FormatError
from jiheng.formats.package import Package
from jiheng.formats.xml import parse_xml


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


_SAVE_AS = "请另存为 docx 或 xlsx 后再读"
# What other zip files are known by: a part's name → what to call the file.
_STRANGERS: tuple[tuple[str, str], ...] = (
    ("ofd.xml", "这一版还不能读 OFD 文件"),
    ("ppt/presentation.xml", "这一版还不能读 PowerPoint 文件"),
    ("xl/workbook.bin", "这一版还不能读 xlsb 文件"),
    ("meta-inf/manifest.xml", "这一版还不能读 ODF（.odt/.ods）文件"),
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
    for part, sentence in _STRANGERS:
        if package.has(part):
            raise FormatError(f"{sentence}，{_SAVE_AS}")
    named = [each.target for each in relationships(package, "") if each.kind == "officeDocument"]
    for name in (*named, "word/document.xml", "xl/workbook.xml"):
        if package.has(name):
            return MainPart(name, _holds(name))
    raise FormatError(
        "这是压缩包，里面没有 Word 或 Excel 内容，请先解压，再读其中的 docx 或 xlsx 文件"
    )


def _holds(name: str) -> Literal["document", "workbook"]:
    if name.lower().startswith("word/"):
        return "document"
    if name.lower().startswith("xl/"):
        return "workbook"
    raise FormatError(f"压缩包的主部件 {name} 既不是 Word 文档也不是 Excel 工作簿")
