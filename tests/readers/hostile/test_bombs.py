"""Small files that would grow are refused early and with little memory."""

import time
import zipfile

import pytest

from tests.pace import is_too_long
from tests.readers.documents.build import pack
from tests.readers.hostile.packages import (
    NOISE,
    S,
    W,
    read,
    refusal,
    refusal_within,
    sheet,
    with_false_size,
    word,
    zip_of,
)

MEGABYTE = 1 << 20


@pytest.fixture(scope="module")
def bomb() -> bytes:
    return pack({"word/document.xml": b" " * (400 * MEGABYTE)})


def test_400_megabytes_in_400_kilobytes_are_refused_with_little_memory(bomb: bytes):
    assert len(bomb) < 450_000

    assert "解压后超过 64 MB 的上限" in refusal_within(bomb, 8)


def test_a_bomb_that_states_a_small_size_is_refused_with_little_memory(bomb: bytes):
    liar = with_false_size(bomb, "word/document.xml", 1000)

    assert "word/document.xml" in refusal_within(liar, 8)


def test_a_part_that_states_a_larger_size_is_refused():
    liar = with_false_size(word("<w:p/>"), "word/document.xml", 2000)

    assert "word/document.xml" in refusal(liar)


def test_a_part_packed_too_well_is_refused():
    packed = pack({"word/document.xml": b" " * (20 * MEGABYTE)})

    assert "压缩比超过 200 倍的上限" in refusal_within(packed, 8)


def test_many_parts_that_are_large_together_are_refused():
    # Each part alone states a size within its limit and packs badly enough.
    liar = zip_of({f"word/{index}": bytes(340_000) for index in range(9)}, zipfile.ZIP_STORED)
    for index in range(9):
        liar = with_false_size(liar, f"word/{index}", 63 * MEGABYTE)

    assert "解压后共 567 MB，超过 512 MB 的上限" in refusal_within(liar, 8)


def test_too_many_parts_are_refused():
    packed = zip_of({f"word/{index}": b"" for index in range(10_001)})

    assert "压缩包内的部件超过 10000 个的上限" in refusal_within(packed, 8)


def test_two_parts_of_one_name_are_refused():
    packed = zip_of({"word/document.xml": b"<a/>", "WORD\\document.xml": b"<b/>"})

    assert "同名部件 word/document.xml" in refusal(packed)


def test_a_document_type_is_refused_before_its_entities_grow():
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    laughs = word("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", f"<!DOCTYPE w [{entities}]>")

    assert "DOCTYPE" in refusal_within(laughs, 8)


@pytest.mark.parametrize(
    "before",
    [
        '<?xml version="1.0"?><!-- <x> --><?a <b>?>\n<!DOCTYPE w>',
        '<!DOCTYPE w SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE w [<!ENTITY x SYSTEM "http://example.org/x">]>',
        '<!DOCTYPE w PUBLIC "-//A//B" "http://example.org/w.dtd">',
    ],
)
def test_any_document_type_is_refused(before: str):
    assert "DOCTYPE" in refusal(word("<w:p/>", before))


def test_a_document_type_in_utf_16_is_refused():
    xml = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w><w:document xmlns:w="{W}"/>'

    assert "DOCTYPE" in refusal(pack({"word/document.xml": xml.encode("utf-16")}))


def test_a_document_type_in_a_pointer_part_is_refused():
    parts = {"word/document.xml": "<x/>", "_rels/.rels": "<!DOCTYPE r><Relationships/>"}

    assert "DOCTYPE" in refusal(pack(parts))


def test_the_word_doctype_in_a_cell_is_text():
    document = read(word("<w:p><w:r><w:t><![CDATA[<!DOCTYPE html>]]></w:t></w:r></w:p>"))

    assert document.blocks[0].text == "<!DOCTYPE html>"


def test_utf_16_without_a_document_type_is_read():
    xml = (
        f'<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="{W}"><w:body>'
        "<w:p><w:r><w:t>双字节</w:t></w:r></w:p></w:body></w:document>"
    )

    assert read(pack({"word/document.xml": xml.encode("utf-16")})).blocks[0].text == "双字节"


def test_too_many_nodes_are_refused():
    many = "<w:p a='' b='' c='' d='' e=''/>" * 545_500

    assert "节点超过 6000000 个的上限" in refusal(word(NOISE + many))


def test_wrappers_nested_too_deep_are_refused():
    deep = "<w:sdt><w:sdtContent>" * 110 + "</w:sdtContent></w:sdt>" * 110

    assert "嵌套超过 100 层的上限" in refusal(word(deep))


def test_elements_nested_without_end_are_refused():
    assert refusal(word("<w:ins>" * 100_000)) != ""


def test_tables_nested_too_deep_are_refused():
    deep = "<w:tbl><w:tr><w:tc>" * 14 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 14

    assert "嵌套超过 12 层的上限" in refusal(word(deep))


def test_phonetic_guides_nested_too_deep_are_refused():
    deep = "<w:r><w:ruby><w:rubyBase>" * 110 + "</w:rubyBase></w:ruby></w:r>" * 110

    assert "超过解析上限" in refusal(word(f"<w:p>{deep}</w:p>"))


def test_text_boxes_nested_too_deep_are_refused():
    deep = "<w:p><w:r><w:pict><w:txbxContent>" * 14 + "</w:txbxContent></w:pict></w:r></w:p>" * 14

    assert "嵌套超过 12 层的上限" in refusal(word(deep))


def test_a_row_with_too_many_cells_is_refused():
    assert "一行超过 16384 格" in refusal(word(f"<w:tbl><w:tr>{'<w:tc/>' * 16_385}</w:tr></w:tbl>"))


@pytest.mark.no_cover
def test_a_table_with_too_many_cells_is_refused():
    row = f"<w:tr>{'<w:tc/>' * 16_000}</w:tr>"

    assert "单元格超过 500000 个的上限" in refusal(word(f"{NOISE}<w:tbl>{row * 32}</w:tbl>"))


@pytest.mark.no_cover
def test_a_sheet_with_too_many_cells_is_refused():
    row = f"<row>{'<c><v>1</v></c>' * 16_000}</row>"
    data = sheet(f"{NOISE}<sheetData>{row * 32}</sheetData>")

    assert "单元格超过 500000 个的上限" in refusal(data)


@pytest.mark.parametrize("address", ["ZZZZZ1", "XFE1", "AAAAAAAAAAAAAAAAAAAAAA1"])
def test_a_column_beyond_the_sheet_is_refused(address: str):
    data = sheet(f'<sheetData><row><c r="{address}"><v>1</v></c></row></sheetData>')

    assert "列号超过 16384 的上限" in refusal(data)


def test_a_row_beyond_the_sheet_is_refused():
    data = sheet('<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>')

    assert "行号超过 1048576 的上限" in refusal(data)


def test_the_largest_merged_areas_are_refused_when_the_sheet_is_used_to_its_corner():
    first = '<row r="1"><c r="A1"><v>1</v></c></row>'
    last = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'

    assert "合并单元格的面积超过" in refusal_within(
        sheet(f"<sheetData>{first}{last}</sheetData>{merges}"), 8
    )


def test_a_text_that_is_not_in_the_shared_table_is_refused():
    data = sheet('<sheetData><row><c t="s"><v>5</v></c></row></sheetData>', "<si><t>一</t></si>")

    assert "共享字符串表" in refusal(data)


def test_a_page_with_tables_nested_too_deep_is_refused():
    assert "表格嵌套超过 12 层" in refusal(b"<html>" + b"<table><tr><td>" * 14 + b"x")


def test_a_page_with_elements_nested_too_deep_is_refused():
    assert "网页元素嵌套超过 200 层" in refusal(b"<html><body>" + b"<div>" * 2_000)


@pytest.mark.parametrize("element", [b"<div>", b"<x>", b"<table>", b"<ul>", b"<div></p>"])
def test_a_page_with_elements_nested_without_end_is_refused_before_parsing(element: bytes):
    assert "嵌套超过" in refusal(b"<html><body>" + element * 100_000)


def test_a_large_page_with_careless_cells_is_read():
    page = "<table>" + "<tr><td><font size=2><div>甲<td><b>10" * 3_000 + "</table>"

    assert len(read(page.encode()).grids[0].cells) == 6_000


def test_styling_that_is_opened_again_in_each_paragraph_is_refused():
    page = "<html>" + "".join(f"<p><font color={n}>" for n in range(20_000))

    assert "没有关闭的样式标签太多" in refusal(page.encode())


def test_a_page_with_too_many_covered_columns_is_refused():
    first = "<tr>" + "<td rowspan=60000>" * 2_000
    page = f"<table>{first}{'<tr><td>x' * 2_000}</table>"

    assert "单元格超过 500000 个的上限" in refusal(page.encode())


def test_an_archive_of_archives_is_refused():
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b%d"\n\n--b%d\n'
    nested = b"".join(head % (n, n) for n in range(30))

    assert "分段嵌套超过 20 层" in refusal(nested)


def test_a_page_outside_is_not_fetched():
    pointer = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/worksheet" TargetMode="External" Target="file:///etc/passwd"/>'
        "</Relationships>"
    )
    book = f'<workbook xmlns="{S}" xmlns:r="x"><sheets><sheet name="表"/></sheets></workbook>'

    assert read(pack({"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": pointer})).blocks == ()


def test_one_long_text_shown_by_many_cells_is_refused():
    long = f"<si><t>{'长' * 200_000}</t></si>"
    row = f"<row>{'<c t=`s`><v>0</v></c>' * 600}</row>".replace("`", '"')

    assert "表格文字超过 100000000 字的上限" in refusal(
        sheet(f"<sheetData>{row}</sheetData>", long)
    )


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "unit", ["<!--", "<script", "<table", "<!---->", "<p", "display:", "&", "<![if"]
)
def test_a_page_of_one_beginning_over_and_over_takes_no_long_time(unit: str):
    page = "<html>" + unit * 60_000

    started = time.process_time()
    refusal(page.encode())

    assert not is_too_long(time.process_time() - started, most=5)


@pytest.mark.no_cover
@pytest.mark.parametrize("unit", ["<table", "<!---->", "<?xml ?>", "<w:", "MIME-Version:"])
def test_text_of_one_beginning_over_and_over_is_judged_fast(unit: str):
    started = time.process_time()
    refusal((unit * 60_000).encode())

    assert not is_too_long(time.process_time() - started, most=5)


def test_a_document_type_in_an_encoding_that_hides_its_letters_is_refused():
    xml = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE w+AD4-<w/>'

    assert "DOCTYPE" in refusal(pack({"word/document.xml": xml}))
