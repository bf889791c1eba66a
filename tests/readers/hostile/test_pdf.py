"""PDF files made to break a reader are refused with a sentence, or read for what they show."""

import sys

import pytest

from tests.formats.pdf.papers import CATALOGUE, FONT, file_of, page, stream, words
from tests.readers.hostile.packages import read, refusal

WORDS = words("Target reached by every unit")
SOUND = page(WORDS)


@pytest.mark.parametrize("kept", [9, 60, len(SOUND) // 2])
def test_a_truncated_file_is_refused_or_its_pages_are_gone(kept: int):
    assert "PDF 文件已损坏" in refusal(SOUND[:kept])


def test_a_file_with_a_password_is_refused():
    locked = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -44"
        " /O <0000000000000000000000000000000000000000000000000000000000000000>"
        " /U <0000000000000000000000000000000000000000000000000000000000000000> >>"
        " /ID [<00> <00>]"
    )

    assert "设有打开密码" in refusal(file_of(CATALOGUE, "<< /Kids [] /Count 0 >>", trailer=locked))


def test_a_tree_of_pages_that_holds_itself_is_refused():
    loop = "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"

    assert "PDF 文件" in refusal(file_of(CATALOGUE, loop))


def test_a_file_that_says_it_has_too_many_pages_is_refused():
    tree = "<< /Type /Pages /Kids [3 0 R] /Count 100000 >>"
    leaf = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>"

    assert "100000 页，超过 5000 页的上限" in refusal(file_of(CATALOGUE, tree, leaf))


def test_a_file_without_pages_is_refused():
    assert "PDF 文件已损坏" in refusal(file_of(CATALOGUE, "<< /Type /Pages /Kids [] /Count 0 >>"))


def test_a_drawing_that_draws_itself_ends():
    inner = "/X Do 10 10 m 60 10 l S"
    drawing = (
        "<< /Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources"
        f" << /XObject << /X 6 0 R >> >> /Length {len(inner)} >>\nstream\n{inner}\nendstream"
    )

    assert read(page(f"{WORDS} /X Do", others=(drawing,))).format == "pdf"


def test_a_page_of_any_size_is_read():
    huge = page(WORDS, box="[0 0 100000000 100000000]")

    assert read(huge).blocks[0].text == "Target reached by every unit"


def test_a_program_in_the_file_is_never_run():
    catalogue = (
        "<< /Type /Catalog /Pages 2 0 R /OpenAction"
        " << /S /JavaScript /JS (while (true) app.alert(1)) >> >>"
    )
    leaf = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R"
        " /Resources << /Font << /F 5 0 R >> >> >>"
    )
    tree = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"

    data = file_of(catalogue, tree, leaf, stream(WORDS), FONT)
    assert read(data).blocks[0].text == "Target reached by every unit"


def test_a_page_with_too_many_lines_is_refused():
    hatching = "".join(f"{at % 300} 0 m 0 {at % 200} l " for at in range(260_000)) + "S"

    assert "图形超过 500000 个的上限" in refusal(page(WORDS + hatching))


def test_a_page_with_too_many_letters_is_refused():
    line = "A" * 2000
    text = "".join(words(line, x=-9000, y=number) for number in range(0, 200, 2))

    assert "文字超过 200000 字的上限" in refusal(page(text * 2))


SCAN = page(
    "q 300 0 0 200 0 0 cm /X Do Q",
    others=(
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"
        " /ColorSpace /DeviceGray /Length 1 >>\nstream\nx\nendstream",
    ),
)


@pytest.fixture
def without_scan_packages(monkeypatch):
    """Let nothing of ``jiheng[scan]`` be installed."""
    for name in [name for name in sys.modules if name.startswith("jiheng.readers.scan")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "cv2", None)


@pytest.mark.usefixtures("without_scan_packages")
def test_a_scan_is_refused_with_its_page_where_nothing_can_read_it():
    assert "第 1 页是扫描件或图片；要读，请先安装" in refusal(SCAN)


def test_a_scan_that_shows_nothing_is_an_empty_document():
    assert read(SCAN).blocks == ()
