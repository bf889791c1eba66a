"""Files that are not read are refused with a sentence that names the file and what to do."""

import zipfile
from pathlib import Path

import pytest

from jiheng.readers.errors import UnreadableInput
from jiheng.readers.opening import open_document
from tests.formats.compound_files import compound
from tests.readers.hostile.packages import NAME, read, refusal, word, zip_of

ENCRYPTED = bytes(11) + b"\1" + bytes(600)
"""The beginning of a Word document that was saved with a password."""


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "文件是空的"),
        (b" \r\n\t\n", "文件是空的"),
        (bytes(4096), "文件是空的"),
        (compound({"EncryptedPackage": b"x"}), "文件设有打开密码"),
        (compound({"WordDocument": ENCRYPTED}), "文件设有打开密码"),
        (compound({"WordDocument": b"x"}), "文件已损坏或不完整"),
        (compound({"Workbook": b"x"}), "早于 Excel 95"),
        (compound({"PowerPoint Document": b"x"}), "旧版 PowerPoint（.ppt）"),
        (compound({"VisioDocument": b"x"}), "旧版 Office 文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "文件已损坏或不完整"),
        (b"%PDF-1.7\n", "PDF 文件"),
        (b"\x89PNG\r\n\x1a\n", "图片已损坏或不完整"),
        (b"\xff\xd8\xff\xe0", "图片已损坏或不完整"),
        (b"BM\x36\x00\x00\x00\x00\x00\x00\x00", "图片已损坏或不完整"),
        (b"II*\x00\x08", "图片已损坏或不完整"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "图片已损坏或不完整"),
        (b"\x00\x00\x00\x18ftypheic", "HEIC 图片"),
        (b"7z\xbc\xaf\x27\x1c", "7z 压缩包"),
        (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w/>", "2003 XML"),
        (
            b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><Workbook "
            b"xmlns='urn:schemas-microsoft-com:office:spreadsheet'>&a;</Workbook>",
            "DOCTYPE",
        ),
        (b"<w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'>", "XML"),
        (b"\x01\x02\x00\x03binary", "认不出的文件格式"),
        (zip_of({"OFD.xml": b"<x/>"}), "OFD 里没有文档"),
        (zip_of({"ppt/presentation.xml": b"<x/>"}), "PowerPoint"),
        (zip_of({"xl/workbook.bin": b"x"}), "xlsb"),
        (zip_of({"META-INF/manifest.xml": b"<x/>", "content.xml": b"<x/>"}), "ODF"),
        (zip_of({"一.docx": b"x", "二.xlsx": b"x"}), "请先解压"),
        (zip_of({}), "请先解压"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_its_name_and_cause(data: bytes, cause: str):
    sentence = refusal(data)

    assert sentence.startswith(f"{NAME}：")
    assert sentence.endswith("。")
    assert cause in sentence


def test_a_refusal_comes_in_english_too():
    assert refusal(b"Rar!\x1a\x07", "en") == (
        f"{NAME}: this is a RAR archive; unpack it and read the files in it, or pack them as zip."
    )


def test_the_suffix_does_not_decide():
    document = open_document(Path("自评表.pdf"), word("<w:p><w:r><w:t>表</w:t></w:r></w:p>"))

    assert document.format == "docx"


def test_text_that_begins_like_a_bitmap_is_text():
    assert read("BMI 指数达标率\t≥90%\n".encode()).format == "text"


def test_a_missing_file_is_refused(tmp_path: Path):
    with pytest.raises(UnreadableInput, match="没有：文件打不开"):
        open_document(tmp_path / "没有")


def test_a_folder_is_refused(tmp_path: Path):
    with pytest.raises(UnreadableInput, match="文件打不开"):
        open_document(tmp_path)


def test_a_file_is_named_as_the_user_named_it(tmp_path: Path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"%PDF-1.4")

    with pytest.raises(UnreadableInput, match=r"^二科/a\.docx："):
        open_document(path, name="二科/a.docx")


def test_a_file_over_the_size_limit_is_refused_without_reading_it(tmp_path: Path):
    path = tmp_path / "大.docx"
    with path.open("wb") as file:
        file.truncate(101 << 20)

    with pytest.raises(UnreadableInput, match="文件大小 101 MB，超过 100 MB 的上限"):
        open_document(path)


def test_a_stored_package_is_read():
    parts = {"word/document.xml": word_part("甲"), "_rels/.rels": b"<Relationships/>"}

    assert read(zip_of(parts, zipfile.ZIP_STORED)).format == "docx"


def word_part(text: str) -> bytes:
    uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:document xmlns:w="{uri}"><w:body><w:p>{text}</w:p></w:body></w:document>'.encode()
