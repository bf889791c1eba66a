"""Documents with one finding, and what stands in a document's margin afterwards."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import openpyxl
from lxml import etree

from jiheng.model.audit import Audit, CheckResults, Finding, FormKey, Run, ScoreLine
from jiheng.model.citation import Citation
from jiheng.model.form import Cell, Form, Source
from jiheng.readers.opening import open_document
from jiheng.rulebook.loading import load_pack
from jiheng.writers.annotated import Annotated, annotate
from jiheng.writers.report import ReportEntry

WHEN = datetime(2025, 1, 16, 8, 30, tzinfo=UTC)
LAW = Citation(title="财预〔2020〕10号", pinpoint="总分由各项得分汇总", verified=False)

FINDING = Finding(
    code="AR01",
    name="total-differs",
    severity="error",
    mend="unit",
    message="总分栏为 100，各项得分之和为 97.5，相差 2.5",
    at=("total.score",),
    mend_at=("total.score",),
    printed="100",
    expected="97.5",
    difference="2.5",
    advice="重新加总",
    law=LAW,
)
"""One finding; its cell is called total.score wherever it stands."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def cell_saying(data: bytes, text: str) -> Cell:
    """Return the place of the first cell that says this; a paragraph outside of tables has none."""
    document = open_document(Path("来件"), data)
    for table, grid in enumerate(document.grids):
        for cell in grid.cells:
            if cell.text == text:
                return Cell(
                    table=table, sheet=grid.sheet, row=cell.row, column=cell.column, text=text
                )
    return Cell(text=text)


def entry(cells: dict[str, Cell], *findings: Finding) -> ReportEntry:
    """Return a form with these cells in which these findings were made."""
    source = Source(path="来件", format="docx", part="table 1", index=1, sha256="0" * 64)
    audit = Audit(
        form=FormKey(id="0-1"),
        pack="cn-2020-10",
        pack_verified=False,
        verdict="error",
        score=ScoreLine(printed="100", recomputed=None),
        findings=findings,
        checks=CheckResults(),
    )
    form = Form(id="0-1", source=source, cells=cells)
    return ReportEntry(form=form, audit=audit, pack=load_pack("cn-2020-10"))


def annotated_forms(data: bytes, *forms: dict[str, Cell], finding: Finding = FINDING) -> Annotated:
    """Return what comes of one finding in each form of these cells."""
    entries = tuple(entry(cells, finding) for cells in forms)
    return annotate(data, entries, Run(forms=len(forms)), when=WHEN)


def annotated_at(data: bytes, *cells: Cell, finding: Finding = FINDING) -> Annotated:
    """Return what comes of one finding at each of these cells."""
    return annotated_forms(data, *({"total.score": cell} for cell in cells), finding=finding)


def noted(data: bytes, text: str, finding: Finding = FINDING) -> bytes:
    """Return the document with the finding at the cell that says this."""
    made = annotated_at(data, cell_saying(data, text), finding=finding)
    if made.data is None:
        raise AssertionError(made.refusal)
    return made.data


def comments_by_id(data: bytes) -> dict[int, str]:
    """Return the text of each comment by its id."""
    comments = docx.Document(io.BytesIO(data)).comments
    return {each.comment_id: each.text for each in comments}


def word_comments(data: bytes) -> list[tuple[str, str]]:
    """Return author and text of each comment."""
    comments = docx.Document(io.BytesIO(data)).comments
    return [(each.author, each.text) for each in comments]


def anchored(data: bytes) -> list[str]:
    """Return the text from the start to the end of each comment's range, in the order of ends."""
    return list(ranges(data).values())


def ranges(data: bytes) -> dict[int, str]:
    """Return the text from the start to the end of each comment's range, by the comment's id."""
    root = etree.fromstring(part(data, "word/document.xml"))
    open_: dict[str, list[str]] = {}
    done: dict[int, str] = {}
    for element in root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t", f"{W}tc"):
        id_ = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            open_[id_] = []
        elif element.tag == f"{W}commentRangeEnd":
            done[int(id_)] = "".join(open_.pop(id_))
        else:
            for texts in open_.values():
                texts.append(element.text or "" if element.tag == f"{W}t" else "|")
    return done


def sheet_notes(data: bytes) -> dict[str, str]:
    """Return the notes of a workbook by sheet and cell, as openpyxl reads them."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def part(data: bytes, name: str) -> bytes:
    """Return one part."""
    return zipfile.ZipFile(io.BytesIO(data)).read(name)


def names(data: bytes) -> list[str]:
    """Return the names of the parts in order."""
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def changed(before: bytes, after: bytes) -> set[str]:
    """Return the names of the parts that are new or whose packed bytes differ."""
    old, new = packed(before), packed(after)
    return {name for name in new if new[name] != old.get(name)}


def packed(data: bytes) -> dict[str, bytes]:
    """Return the packed bytes of each part with its own header."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    found: dict[str, bytes] = {}
    for info in archive.infolist():
        header = data[info.header_offset : info.header_offset + 30]
        names_and_extra = int.from_bytes(header[26:28], "little") + int.from_bytes(
            header[28:30], "little"
        )
        end = info.header_offset + 30 + names_and_extra + info.compress_size
        found[info.filename] = data[info.header_offset : end]
    return found
