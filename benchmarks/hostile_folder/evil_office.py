"""Word, Excel, web and text files that somebody made to hurt, or that lie about what they are."""

import struct
import zipfile
from collections.abc import Iterator
from io import BytesIO
from random import Random

from msgspec.structs import replace

from benchmarks.hostile_folder.subject import Subject, holding
from jiheng.corpus.generator import sample
from jiheng.model.form import Form
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.layout import LaidOut, lay_out
from jiheng.writers.xlsx import write_xlsx

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}
_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "哈">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def form_named(name: str) -> Form:
    """Return a form of a project of this name."""
    (form,) = sample(1, 7, "national-2020")
    return replace(form, project=replace(form.project, name=name))


def laid_named(name: str) -> LaidOut:
    """Return such a form as a table."""
    return lay_out(form_named(name), load_layout("national-2020"))


def packed(parts: dict[str, bytes | str]) -> bytes:
    """Return a package of these parts."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return target.getvalue()


def cut(data: bytes, dice: Random) -> bytes:
    """Return a file whose end was lost on the way."""
    return data[: dice.randrange(len(data) // 4, len(data) // 2)]


def _document(body: str, before: str = "") -> bytes:
    return packed(
        {_PARTS[".docx"]: f"{before}<w:document {_W}><w:body>{body}</w:body></w:document>"}
    )


def _workbook(sheet: str, before: str = "") -> bytes:
    relation = f'<Relationship Id="r1" Type="{_R}/worksheet" Target="sheet.xml"/>'
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    return packed(
        {
            _PARTS[
                ".xlsx"
            ]: f'{before}<workbook {_S} xmlns:r="{_R}"><sheets><sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f"<Relationships {space}>{relation}</Relationships>",
            "xl/sheet.xml": f"<worksheet {_S}>{sheet}</worksheet>",
        }
    )


def _encrypted() -> bytes:
    """Return the least compound file that holds a document with a password."""
    free, end = 0xFFFFFFFF, 0xFFFFFFFE
    head = _COMPOUND + bytes(16)
    head += struct.pack("<5H6x9I", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    head += struct.pack("<109I", 0, *[free] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, end, *[free] * 126)
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<H2B3I36xIQ", 2 * len(name) + 2, kind, 1, free, free, child, end, 0)
        for name, kind, child in (("Root Entry", 5, 1), ("EncryptedPackage", 2, free))
    )
    return head + table + entries.ljust(512, b"\0")


def _with_macros(data: bytes) -> bytes:
    target = BytesIO(data)
    with zipfile.ZipFile(target, "a") as package:
        folder = "word" if "word/document.xml" in package.namelist() else "xl"
        package.writestr(f"{folder}/vbaProject.bin", _COMPOUND + bytes(2048))
    return target.getvalue()


def _scripted() -> bytes:
    page = write_html(laid_named("带脚本的网页项目")).decode()
    harm = '<script>while(1);</script><iframe src="file:///etc/passwd"></iframe><img src=x onerror=alert(1)>'
    return page.replace("<body>", f"<body>{harm}", 1).encode()


def office_files(dice: Random) -> Iterator[Subject]:
    """Yield them."""
    whole = write_docx(laid_named("完整的项目"))
    book = write_xlsx(laid_named("完整的项目"))
    yield Subject(
        name="坏/空节炸弹.docx",
        lay=holding(lambda: packed({_PARTS[".docx"]: b"<!--" + bytes(400 << 20) + b"-->"})),
        why="上限",
    )
    yield Subject(
        name="坏/炸弹.xlsx",
        lay=holding(lambda: packed({_PARTS[".xlsx"]: b"<!--" + bytes(400 << 20) + b"-->"})),
        why="上限",
    )
    laughs = "<w:p><w:r><w:t>&i;</w:t></w:r></w:p>"
    yield Subject(name="坏/十亿笑.docx", lay=holding(_document(laughs, _LAUGHS)), why="DOCTYPE")
    yield Subject(
        name="坏/十亿笑.xlsx", lay=holding(_workbook("<a>&i;</a>", _LAUGHS)), why="DOCTYPE"
    )
    deep = "<w:tbl><w:tr><w:tc>" * 50_000
    yield Subject(name="坏/套娃.docx", lay=holding(_document(deep)), why="部件 word/document.xml")
    yield Subject(
        name="坏/合并.xlsx",
        lay=holding(
            _workbook(
                '<sheetData><row><c t="inlineStr"><is><t>甲</t></is></c></row></sheetData>'
                '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            )
        ),
        why="没有找到自评表",
    )
    cells = "<row>" + "<c><v>1</v></c>" * 1000 + "</row>"
    yield Subject(
        name="坏/百万格.xlsx",
        lay=holding(lambda: _workbook(f"<sheetData>{cells * 1000}</sheetData>")),
        why="上限",
    )
    yield Subject(name="坏/加密.docx", lay=holding(_encrypted()), why="打开密码")
    yield Subject(name="坏/半截.docx", lay=holding(cut(whole, dice)), why="压缩包已损坏")
    yield Subject(name="坏/半截.xlsx", lay=holding(cut(book, dice)), why="压缩包已损坏")
    yield Subject(
        name="坏/程序.docx", lay=holding(b"MZ\x90\0" + dice.randbytes(4000)), why="认不出的文件格式"
    )
    yield Subject(name="坏/空.docx", lay=holding(b""), why="文件是空的")
    yield Subject(name="坏/全零.xlsx", lay=holding(bytes(4096)), why="文件是空的")
    yield Subject(name="坏/套.html", lay=holding(b"<div>" * 200_000), why="上限")
    yield Subject(name="坏/乱码.txt", lay=holding(bytes(range(1, 9)) * 500), why="不是文本")
    yield Subject(name="坏/百万词.txt", lay=holding(b"1 " * (1 << 20)), why="没有找到自评表")
    yield Subject(
        name="坏/公式.csv", lay=holding(b"=cmd|' /C calc'!A0,1\n" * 50), why="没有找到自评表"
    )
    yield Subject(
        name="好/宏.docm",
        lay=holding(_with_macros(write_docx(laid_named("带宏的文档项目")))),
        projects=("带宏的文档项目",),
    )
    yield Subject(
        name="好/宏.xlsm",
        lay=holding(_with_macros(write_xlsx(laid_named("带宏的表格项目")))),
        projects=("带宏的表格项目",),
    )
    yield Subject(name="好/脚本.html", lay=holding(_scripted()), projects=("带脚本的网页项目",))
    yield Subject(
        name="好/其实是文档.pdf",
        lay=holding(write_docx(laid_named("名不副实的项目"))),
        projects=("名不副实的项目",),
    )
    yield Subject(
        name=f"好/{'长' * 83}x.docx",
        lay=holding(write_docx(laid_named("名字很长的项目"))),
        projects=("名字很长的项目",),
    )
