"""Whatever the bytes, a file is read or refused with a sentence; nothing else ever comes out."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiheng.readers.errors import UnreadableInput
from tests.readers.documents.build import CASES, load, pack
from tests.readers.hostile.packages import read, refusal

pytestmark = pytest.mark.no_cover

DOCUMENTS = tuple(load(case) for case in CASES)
PACKED = tuple(data for data in DOCUMENTS if data.startswith(b"PK"))
PAGES = tuple(data for data in DOCUMENTS if not data.startswith(b"PK"))
STRANGE = st.sampled_from(
    (
        b"", b"-1", b"0", b"999999999", b"1e400", b"NaN", b"restart", b"<", b"</w:tc>", b"<w:tbl>",
        b"&#xD800;", b"_xD800_", b"A1:XFD1048576", b"\x00", b"\xff", "²".encode(), b"[DBNum1]yyyy",
        b"0.00E+00", b";;;", b"?/?", b"[h]", b"colspan=99999", b"rowspan=0", b"<table>", b"]]>",
    )
)  # fmt: skip
BOUNDED = settings(
    max_examples=150, deadline=5_000, suppress_health_check=[HealthCheck.data_too_large]
)


def outcome(data: bytes) -> str:
    """Return read or refused; any other exception goes through."""
    try:
        read(data)
    except UnreadableInput as error:
        return "refused" if str(error).endswith("。") else str(error)
    return "read"


def spliced(data: bytes, place: float, removed: int, put: bytes) -> bytes:
    """Return the bytes with some taken out and others put in at a place from 0 to 1."""
    at = int(place * len(data))
    return data[:at] + put + data[at + removed :]


def with_part_changed(data: bytes, which: float, place: float, removed: int, put: bytes) -> bytes:
    """Return the package with one of its parts spliced."""
    package = zipfile.ZipFile(BytesIO(data))
    parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    chosen = sorted(parts)[int(which * len(parts)) % len(parts)]
    parts[chosen] = spliced(package.read(chosen), place, removed, put)
    return pack(parts)


UNIT = st.floats(0, 1)
CUT = st.integers(0, 60)


@BOUNDED
@given(st.binary(max_size=2_000))
def test_random_bytes(data: bytes):
    assert outcome(data) in {"read", "refused"}


@BOUNDED
@given(st.binary(max_size=500))
def test_random_bytes_behind_the_mark_of_a_zip(data: bytes):
    assert outcome(b"PK\x03\x04" + data) == "refused"


@BOUNDED
@given(st.text(max_size=500))
def test_random_text(text: str):
    assert outcome(text.encode()) in {"read", "refused"}


@BOUNDED
@given(st.text(alphabet="<>/=\"' &;!-tabledrowspncihym1\n年", max_size=400))
def test_random_markup(text: str):
    assert outcome(f"<html><table><tr>{text}".encode()) == "read"


@BOUNDED
@given(st.sampled_from(PACKED), UNIT, CUT, STRANGE)
def test_damaged_packages(data: bytes, place: float, removed: int, put: bytes):
    assert outcome(spliced(data, place, removed, put)) in {"read", "refused"}


@BOUNDED
@given(st.sampled_from(PACKED), UNIT, UNIT, CUT, STRANGE)
def test_damaged_parts(data: bytes, which: float, place: float, removed: int, put: bytes):
    changed = with_part_changed(data, which, place, removed, put)

    assert outcome(changed) in {"read", "refused"}


@BOUNDED
@given(st.sampled_from(PAGES), UNIT, CUT, STRANGE)
def test_damaged_pages(data: bytes, place: float, removed: int, put: bytes):
    assert outcome(spliced(data, place, removed, put)) in {"read", "refused"}


@BOUNDED
@given(st.sampled_from(PACKED), st.floats(0, 0.99))
def test_a_package_cut_short_is_refused(data: bytes, length: float):
    cut = data[: int(length * len(data))]

    assert "压缩包已损坏" in refusal(b"PK\x03\x04" + cut[4:])


def test_a_package_with_a_password_is_refused():
    changed = bytearray(PACKED[0])
    changed[changed.index(b"PK\x01\x02") + 8] |= 1

    assert "压缩包设有密码" in refusal(bytes(changed))


def test_a_package_packed_in_another_way_is_refused():
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("word/document.xml", b"<x/>")

    assert "不支持的压缩方法" in refusal(packed.getvalue())


@pytest.mark.parametrize("root", ["<x/>", '<w:document xmlns:w="http://example.org/w"/>'])
def test_a_main_part_that_is_no_document_is_refused(root: str):
    assert "主部件不是 Word 文档" in refusal(pack({"word/document.xml": root}))


def test_a_main_part_that_is_no_workbook_is_refused():
    assert "不是 Excel 工作簿" in refusal(pack({"xl/workbook.xml": "<x/>"}))


def test_a_document_without_a_body_is_refused():
    root = '<d xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'

    assert "没有正文" in refusal(pack({"word/document.xml": root}))


def test_a_workbook_without_its_sheet_part_is_refused():
    parts = {
        "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
        'main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="表" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": "<Relationships>"
        '<Relationship Id="a" Type="x/worksheet" Target="gone.xml"/></Relationships>',
    }

    assert "缺少部件 xl/gone.xml" in refusal(pack(parts))
