"""Packs the parts of a hand-written document, and states what a reader saw as plain lists.

A case is a folder: ``document.docx``, ``.xlsx``, ``.html`` or ``.mht`` as a program saved it, or
the folder ``parts`` with the parts of a zip package. Parts that say nothing about the case
(content types and the first pointer of Office packages) are added here.
"""

import io
import zipfile
from pathlib import Path

from jiheng.model.document import Document, Grid, GridCell, Paragraph

HERE = Path(__file__).parent
CASES = tuple(sorted(folder.parent for folder in HERE.glob("*/expected.yaml")))

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)
_POINTER = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument" Target="{target}"/></Relationships>'
)


def pack(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip package of the parts."""
    if "OFD.xml" in parts:
        return _zipped(parts)
    main = "word/document.xml" if "word/document.xml" in parts else "xl/workbook.xml"
    added = {"[Content_Types].xml": _TYPES, "_rels/.rels": _POINTER.format(target=main)}
    return _zipped(added | parts)


def _zipped(parts: dict[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()


def load(case: Path) -> bytes:
    """Return the bytes of a case's document."""
    folder = case / "parts"
    if folder.is_dir():
        files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        return pack({path.relative_to(folder).as_posix(): path.read_bytes() for path in files})
    return next(iter(case.glob("document.*"))).read_bytes()


def seen(document: Document) -> dict[str, object]:
    """Return format and blocks as plain lists, in the way expected.yaml writes them."""
    blocks = [
        _grid(block) if isinstance(block, Grid) else _paragraph(block) for block in document.blocks
    ]
    return {"format": document.format, "blocks": blocks}


def _paragraph(block: Paragraph) -> object:
    return block.text


def _grid(grid: Grid) -> object:
    stated: dict[str, object] = {"cells": [_cell(cell) for cell in grid.cells]}
    if grid.sheet is not None:
        stated["sheet"] = grid.sheet
    if grid.hidden:
        stated["hidden"] = True
    return stated


def _cell(cell: GridCell) -> list[object]:
    """Row, column, [row span, column span unless both 1], text, [confidence unless 1]."""
    spans = [cell.row_span, cell.column_span]
    doubt = [] if cell.confidence == 1 else [cell.confidence]
    return [cell.row, cell.column, *([] if spans == [1, 1] else [spans]), cell.text, *doubt]
