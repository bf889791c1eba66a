"""Pages written as OFD: what the parts say, and that the pages come back."""

import io
import zipfile

import pytest
from lxml import etree

from jiheng.formats.ofd.book import documents
from jiheng.formats.package import Package
from jiheng.formats.pages.page import Glyph, Page, Ruling
from jiheng.writers.ofd import write_ofd

NS = {"ofd": "http://www.ofdspec.org/2016"}


def glyph(text: str, left: float, top: float, size: float = 10.0) -> Glyph:
    return Glyph(text=text, box=(left, top, left + size * len(text), top + size))


def page(*glyphs: Glyph, rulings: tuple[Ruling, ...] = (), number: int = 1) -> Page:
    return Page(number=number, width=595.3, height=841.9, glyphs=glyphs, rulings=rulings)


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def objects(*glyphs: Glyph) -> list[etree._Element]:
    return part(write_ofd((page(*glyphs),)), "Doc_0/Pages/Page_0/Content.xml").findall(
        ".//ofd:TextObject", NS
    )


def texts(*glyphs: Glyph) -> list[str]:
    return [each.findtext("ofd:TextCode", "", NS) for each in objects(*glyphs)]


def back(*pages: Page) -> list[object]:
    with Package(write_ofd(pages)) as package:
        return [each for found in documents(package) for each in found]


def test_letters_and_lines_come_back_where_they_were():
    written = page(
        glyph("绩", 50, 100),
        glyph("效", 60, 100),
        Glyph(text="9", box=(300, 500.5, 304, 508)),
        rulings=(
            Ruling(left=40, top=90, right=500, bottom=90),
            Ruling(left=40, top=90, right=40, bottom=700),
        ),
    )

    (found,) = back(written)
    assert isinstance(found, Page)
    assert [each.text for each in found.glyphs] == ["绩", "效", "9"]
    assert [each.box for each in found.glyphs] == [
        pytest.approx(each.box, abs=0.001) for each in written.glyphs
    ]
    assert [(line.left, line.top, line.right, line.bottom) for line in found.rulings] == [
        pytest.approx((40, 90, 500, 90), abs=0.001),
        pytest.approx((40, 90, 40, 700), abs=0.001),
    ]
    assert (found.width, found.height) == pytest.approx((595.3, 841.9), abs=0.001)


def test_every_page_comes_back_in_order():
    found = back(page(glyph("一", 50, 50)), page(glyph("二", 50, 50), number=2))

    assert [each.glyphs[0].text for each in found if isinstance(each, Page)] == ["一", "二"]


def test_the_same_pages_give_the_same_bytes():
    assert write_ofd((page(glyph("绩", 50, 100)),)) == write_ofd((page(glyph("绩", 50, 100)),))


def test_letters_of_a_line_are_one_text():
    assert texts(glyph("绩", 50, 100), glyph("效", 60, 100), glyph("表", 75, 100)) == ["绩效表"]


@pytest.mark.parametrize(
    "next_letter",
    [glyph("效", 60, 115), glyph("效", 60, 100, 12), glyph("效", 40, 100), glyph("效", 90, 100)],
    ids=["on another line", "of another size", "before it", "far from it"],
)
def test_a_letter_elsewhere_begins_another_text(next_letter: Glyph):
    assert texts(glyph("绩", 50, 100), next_letter) == ["绩", "效"]


def test_a_blank_ends_where_it_ended():
    blank = Glyph(text=" ", box=(60, 100, 62.5, 110))

    (found,) = back(page(glyph("分", 50, 100), blank, glyph("1", 66, 100)))
    assert isinstance(found, Page)
    assert found.glyphs[1].box == pytest.approx(blank.box, abs=0.001)


def test_equal_distances_are_counted():
    (text,) = objects(*(glyph("分", 36 + 14.4 * step, 100) for step in range(5)))

    assert text.find("ofd:TextCode", NS).get("DeltaX") == "g 4 5.08"


def test_signs_of_xml_are_text_and_signs_that_it_cannot_hold_are_left_out():
    assert texts(glyph("<a&b>\x00", 50, 100)) == ["<a&b>"]


def test_what_was_recognised_as_one_is_written_letter_by_letter():
    (text,) = objects(Glyph(text="得分", box=(50, 100, 80, 110)))

    assert text.find("ofd:TextCode", NS).get("DeltaX") == "5.2917"


def test_every_object_has_a_number_of_its_own():
    data = write_ofd(
        (page(glyph("一", 9, 9), glyph("二", 9, 99)), page(glyph("三", 9, 9), number=2))
    )

    named = [
        each.get("ID")
        for name in (
            "Document.xml",
            "PublicRes.xml",
            "Pages/Page_0/Content.xml",
            "Pages/Page_1/Content.xml",
        )
        for each in part(data, f"Doc_0/{name}").findall(".//*[@ID]")
    ]
    assert len(set(named)) == len(named)
    most = part(data, "Doc_0/Document.xml").findtext(".//ofd:MaxUnitID", "", NS)
    assert max(map(int, named)) <= int(most)


def test_an_ofd_package_names_its_document_and_the_document_its_pages():
    data = write_ofd((page(glyph("一", 9, 9)),))

    assert part(data, "OFD.xml").findtext(".//ofd:DocRoot", "", NS) == "Doc_0/Document.xml"
    (listed,) = part(data, "Doc_0/Document.xml").findall("ofd:Pages/ofd:Page", NS)
    assert listed.get("BaseLoc") == "Pages/Page_0/Content.xml"
